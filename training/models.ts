import type { ModelFile } from '../src/extract/models.ts';
import { antecedentWeigher } from '../src/extract/organisation/antecedent-choice.ts';
import { tableOf } from '../src/extract/tagger/model.ts';
import { ownerChooser, ownerTemplates } from '../src/extract/title/owner-choice.ts';
import { trainAntecedentChoice } from './antecedent.ts';
import { trainOwnerChoice } from './owner.ts';
import { trainSigningChoices } from './signing.ts';
import { trainTagger } from './tagger.ts';
import { labellerOf } from '../src/parse/labeller/labeller.ts';
import type { LabellerFile } from '../src/parse/labeller/labeller.ts';
import { creditReaderOf, type CreditFile } from '../src/parse/credit/reader.ts';
import { trainCredits } from './credit.ts';
import { trainLabeller } from './labeller.ts';
import { articlesOf, parsed } from './text.ts';
import type { AnnotatedText } from './text.ts';

/** What `npm run train` writes: the weights that pages are cut up by, and those that articles are read by. */
export interface Trained {
  readonly labeller: LabellerFile;
  readonly credits: CreditFile;
  readonly models: ModelFile;
}

/** Learns everything from annotated texts: first how pages are cut up, then how articles are read. */
export function trainAll(texts: readonly AnnotatedText[]): Trained {
  const labeller = trainLabeller(texts);
  const credits = trainCredits(texts, labellerOf(labeller));
  return { labeller, credits, models: trainModels(texts, labeller, credits) };
}

function trainModels(texts: readonly AnnotatedText[], labeller: LabellerFile, credits: CreditFile): ModelFile {
  const labelLines = labellerOf(labeller);
  const readCredits = creditReaderOf(credits);
  const articles = texts.flatMap((text) => articlesOf(parsed(text, labelLines, readCredits)));
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
