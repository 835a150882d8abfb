/**
 * SQL for the pairs of parts that may make one article, in the issues whose ids the statement `issues` selects, as rows
 * (head, tail, heads, tails). The head ends with 下转 and the tail begins with 上接; at least one of the two lines names
 * the other's page, and neither names a different page. `heads` and `tails` count the alternatives: a pair is certain
 * when both are 1.
 */
export function partPairs(issues: string): string {
  return `(
  select head.id as head, tail.id as tail,
    count(*) over (partition by head.id) as tails, count(*) over (partition by tail.id) as heads
  from articles head join articles tail on tail.issue_id = head.issue_id and tail.id <> head.id
  where head.issue_id in (${issues})
    and head.has_continued_on and tail.has_continued_from
    and coalesce(head.continued_on_page = tail.page, true) and coalesce(tail.continued_from_page = head.page, true)
    and (head.continued_on_page = tail.page or tail.continued_from_page = head.page))`;
}
