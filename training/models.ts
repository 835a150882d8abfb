import type { ModelFile } from '../src/extract/models.ts';
import { antecedentWeigher } from '../src/extract/organisation/antecedent-choice.ts';
import { tableOf } from '../src/extract/tagger/model.ts';
import { ownerChooser, ownerTemplates } from '../src/extract/title/owner-choice.ts';
import { trainAntecedentChoice } from './antecedent.ts';
import { trainOwnerChoice } from './owner.ts';
import { trainSigningChoices } from './signing.ts';
import { trainTagger } from './tagger.ts';
import { articlesOf } from './text.ts';
import type { TrainingText } from './text.ts';

/** Everything that reading learns, from annotated texts. */
export function trainModels(texts: readonly TrainingText[]): ModelFile {
  const articles = texts.flatMap(articlesOf);
  const counts = new Map<string, number>();
  for (const { source } of texts) counts.set(source, (counts.get(source) ?? 0) + 1);
  const owner = trainOwnerChoice(articles);
  const antecedent = trainAntecedentChoice(articles);
  const learned = {
    chooseOwner: ownerChooser(tableOf(ownerTemplates, owner)),
    weighAntecedents: antecedentWeigher(antecedent),
  };
  return {
    trainedOn: {
      texts: Object.fromEntries(counts),
      articles: articles.length,
      characters: articles.reduce((sum, { reading }) => sum + reading.text.length, 0),
    },
    tagger: trainTagger(articles),
    owner,
    signing: trainSigningChoices(articles, learned),
    antecedent,
  };
}
