import { escorting, inCompany, leading, visiting } from './accompanying.ts';
import { attending } from './attending.ts';
import { inspecting } from './inspecting.ts';
import { meeting, presiding, witnessing } from './meeting.ts';
import { signing } from './signing.ts';
import { speaking } from './speaking.ts';
import type { Way } from './way.ts';

/** All ways to say what people do, in the order in which they are tried at one place. */
export const ways: readonly Way[] = [
  ...inCompany,
  ...escorting,
  ...meeting,
  ...witnessing,
  ...attending,
  ...presiding,
  ...signing,
  ...speaking,
  ...leading,
  ...visiting,
  ...inspecting,
];
