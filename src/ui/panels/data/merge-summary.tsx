/** Which files are merged, and how many rows of each kind would come in. */
import type { MergePreview } from "../../../plan/protocol.ts";
import { formatDate } from "../../../text/numbers.ts";
import { hasText } from "../../../text/say.ts";
import { type Say, useSay } from "../../hooks/use-say.ts";
import { today } from "../../today.ts";

type Source = MergePreview["sources"][number];

/** One line for each file: how much of it is new, from when to when, by whom. */
export function MergeSources({ sources }: Pick<MergePreview, "sources">) {
  const t = useSay();
  return (
    <ul className="merge-sources" data-testid="merge-sources">
      {sources.map(({ file, entries, from, to, authors }) => (
        <li key={file}>
          <b>{file}</b>
          <span className="small mut">{newIn({ entries, from, to, authors }, t)}</span>
        </li>
      ))}
    </ul>
  );
}

function newIn({ entries, from, to, authors }: Omit<Source, "file" | "name">, t: Say): string {
  if (from === null || to === null) return t("merge.source.none");
  const [first, last] = [from, to].map((at) => formatDate(today(new Date(at))));
  const values = { n: entries, from: first!, to: last!, authors: authors.join("; ") };
  if (authors.length === 0) return t(first === last ? "merge.source.new-on" : "merge.source.new", values);
  return t(first === last ? "merge.source.new-on.by" : "merge.source.new.by", values);
}

/** Rows that come in without a question. */
export function MergeCounts({ counts }: Pick<MergePreview, "counts">) {
  const t = useSay();
  if (counts.length === 0) return <p className="small mut">{t("merge.comes.none")}</p>;
  return (
    <section>
      <h3>{t("merge.comes")}</h3>
      <table data-testid="merge-counts">
        <thead>
          <tr>
            <th>{t("merge.thing")}</th>
            <th className="r">{t("merge.inserted")}</th>
            <th className="r">{t("merge.updated")}</th>
            <th className="r">{t("merge.removed")}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ table, inserted, updated, removed }) => (
            <tr key={table}>
              <td>{hasText(`merge.table.${table}`) ? t(`merge.table.${table as "household"}`) : table}</td>
              {[
                ["inserted", inserted],
                ["updated", updated],
                ["removed", removed],
              ].map(([what, n]) => (
                <td key={what} className="r num">
                  {n}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
