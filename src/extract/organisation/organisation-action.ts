import { matchesOf } from '../../text/match.ts';
import { nounStart } from '../../text/noun.ts';
import { country } from '../lexicon/country.ts';
import { isListed } from './organisation-list.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading } from '../document/reading.ts';

const accounts = /((?:“[^”]{2,10}”)+)(?:等)?(?:[两三四五\d]+个)?(?:微信公众号|公众号|视频号|抖音号|客户端)/gu;
const acts = '新?(?:组建|成立|出台|召开|举办|启动|推出|印发)|与[^，。]{2,20}(?:合作|共建)|将与';
const actingPlace = new RegExp(String.raw`(?<=[，。\n　])[\p{Script=Han}]{2,4}[区县市](?=${acts})`, 'gu');
const asCompany = /(?<=[，。\n　])[\p{Script=Han}A-Za-z0-9]{2,12}(?=作为[^，。]{0,10}企业)/gu;
const staff = /(?:工作人员|相关负责人|有关负责人)/g;
/** No name before them is longer. */
const longest = 14;

/** 应日本北川市、韩国松林郡邀请: who invites. */
const invitation = /应([^，。；]{2,30}?)的?邀请/g;
const town = /^[\p{Script=Han}]{2,6}[省市区县州郡]$/u;

/** 共青团临溪县委, 民盟明州市委员会: committees that are not the Communist Party's. */
const otherCommittee =
  /(?:共青团|民革|民盟|民建|民进|农工党|致公党|九三学社)[\p{Script=Han}]{2,6}?[省市区县州旗]委(?:员会)?/gu;

/** Bodies that only what they do proves: 云岫区新组建了…, 和而盛作为受邀企业, 岫创经发工作人员. */
export function findByAction(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found = [actingPlace, asCompany].flatMap((pattern) =>
    matchesOf(text, pattern).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: match[0],
      rule: 'organisation.acting',
    })),
  );
  for (const match of matchesOf(text, accounts)) {
    for (const quoted of matchesOf(match[1]!, /“([^”]+)”/g)) {
      const start = match.index + quoted.index + 1;
      found.push({ start, end: start + quoted[1]!.length, name: quoted[1]!, rule: 'organisation.account' });
    }
  }
  for (const match of matchesOf(text, otherCommittee))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      name: match[0],
      rule: 'organisation.committee',
    });
  for (const match of matchesOf(text, invitation)) {
    for (const item of matchesOf(match[1]!, /[^、和与]+/g)) {
      const start = match.index + 1 + item.index;
      const own = item[0].replace(country, '');
      if (!town.test(own)) continue;
      found.push({ start, end: start + item[0].length, name: item[0], rule: 'organisation.acting' });
      if (own !== item[0])
        found.push({
          start: start + item[0].length - own.length,
          end: start + item[0].length,
          name: own,
          rule: 'organisation.acting',
        });
    }
  }
  for (const match of matchesOf(text, staff)) {
    const end = match.index;
    const start = nounStart(text, Math.max(0, end - longest), end);
    const name = text.slice(start, end);
    if (
      name.length >= 3 &&
      isListed(name) &&
      !/(?:部门|单位|企业|项目|机构|活动|领导|中心|方|场馆|部|科|处|室|业务)$/.test(name)
    )
      found.push({ start, end, name, rule: 'organisation.staff' });
  }
  return found;
}
