import { monthOf } from '../../../src/resolve/person/profile.ts';
import type { Profile } from '../../../src/resolve/person/profile.ts';

/**
 * A profile in short: `区长@云岫区 2024-01 2024-03` holds an office, `原区长@云岫区` held it, `in@江东大学` is named beside a body, ``
 * has nothing.
 */
export function profileIn(short: string, id: string, rest: Partial<Profile> = {}): Profile {
  const [held = '', ...months] = short.split(' ');
  const [title = '', key = ''] = held.split('@');
  const isBeside = title === 'in';
  return {
    id,
    publicationId: 'paper',
    name: '尹鹤鸣',
    offices:
      held === '' || isBeside
        ? []
        : [{ title, body: key === '' ? null : { id: key, key }, isFormer: title.startsWith('原') }],
    isAuthor: false,
    bodies: isBeside ? [key] : [],
    months: months.map((month) => monthOf(`${month}-01`)),
    count: 1,
    ...rest,
  };
}
