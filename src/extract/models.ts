import { readFileSync } from 'node:fs';
import { signingChoices } from './agreement/signing-choices.ts';
import type { SigningChoices, SigningWeights } from './agreement/signing-choices.ts';
import { antecedentWeigher } from './organisation/antecedent-choice.ts';
import type { AntecedentWeights, WeighAntecedents } from './organisation/antecedent-choice.ts';
import { taggerOf, tableOf } from './tagger/model.ts';
import type { TaggerFile, TaggerModel, WrittenWeights } from './tagger/model.ts';
import { ownerChooser, ownerTemplates } from './title/owner-choice.ts';
import type { ChooseOwner } from './title/owner-choice.ts';

/** Everything learned that reading uses. */
export interface Models {
  readonly tagger: TaggerModel;
  readonly chooseOwner: ChooseOwner;
  readonly signing: SigningChoices;
  readonly weighAntecedents: WeighAntecedents;
}

/** As `npm run train` writes it: what it was trained on, and weights in the form of {@link WrittenWeights}. */
export interface ModelFile {
  /** What the weights were learned from. */
  readonly trainedOn: Readonly<Record<string, unknown>>;
  readonly tagger: TaggerFile;
  readonly owner: WrittenWeights;
  readonly signing: SigningWeights;
  readonly antecedent: AntecedentWeights;
}

let shipped: Models | undefined;

/** The weights that `npm run train` has written. */
export function shippedModels(): Models {
  shipped ??= modelsOf(JSON.parse(readFileSync(new URL('models.json', import.meta.url), 'utf8')) as ModelFile);
  return shipped;
}

export const modelsOf = ({ tagger, owner, signing, antecedent }: Omit<ModelFile, 'trainedOn'>): Models => ({
  tagger: taggerOf(tagger),
  chooseOwner: ownerChooser(tableOf(ownerTemplates, owner)),
  signing: signingChoices(signing),
  weighAntecedents: antecedentWeigher(antecedent),
});
