/** Household by household what a newer list would change: added, changed with what, lacking, perhaps known. */
import { type ReactNode, useState } from "react";
import type { RegisterChange, RegisterUpdate } from "../../../plan/protocol.ts";
import { formatNumber } from "../../../text/numbers.ts";
import { type Say, useLanguage, useSay } from "../../hooks/use-say.ts";
import { factText } from "../../intake/value-words.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Segmented } from "../../parts/segmented.tsx";

export type RegisterGroup = "added" | "changed" | "gone" | "alike";
const GROUPS: readonly RegisterGroup[] = ["added", "changed", "gone", "alike"];

interface Props {
  readonly update: RegisterUpdate;
  readonly first: RegisterGroup;
  readonly onClose: () => void;
}

/** The plan tells the first 200 of each group; how many there are stands above them. */
export function IntakeRegisterDialog({ update, first, onClose }: Props) {
  const t = useSay();
  const [group, setGroup] = useState(first);
  const told: Readonly<Record<RegisterGroup, number>> = {
    added: update.addedIds.length,
    changed: update.changes.length,
    gone: update.goneIds.length,
    alike: update.alikes.length,
  };
  return (
    <Dialog wide title={t("intake.register.compared")} onClose={onClose}>
      <Segmented
        label={t("intake.register.list")}
        value={group}
        options={GROUPS.filter((one) => one !== "alike" || update.alike > 0).map((one) => ({
          value: one,
          label: t("intake.register.tab", { name: t(`intake.register.${one}`), n: update[one] }),
        }))}
        onChange={setGroup}
      />
      <div className="intake-register-list" data-testid="register-list">
        {told[group] === 0 ? (
          <p className="mut msg-space">{t("intake.register.none")}</p>
        ) : (
          <List update={update} group={group} />
        )}
      </div>
      {told[group] < update[group] && (
        <p className="small mut">{t("intake.register.first-of", { n: told[group], of: update[group] })}</p>
      )}
    </Dialog>
  );
}

function List({ update, group }: { readonly update: RegisterUpdate; readonly group: RegisterGroup }) {
  const t = useSay();
  switch (group) {
    case "added":
      return <People ids={update.addedIds} heads={update.addedHeads} />;
    case "gone":
      return <People ids={update.goneIds} heads={update.goneHeads} />;
    case "changed":
      return <Changes changes={update.changes} />;
    case "alike":
      return (
        <Table heads={[t("intake.register.head"), t("intake.register.was-id"), t("intake.register.is-id")]}>
          {update.alikes.map(({ id, goneId, head }) => (
            <tr key={id}>
              <td>{head}</td>
              <td>{goneId}</td>
              <td>{id}</td>
            </tr>
          ))}
        </Table>
      );
  }
}

interface PeopleProps {
  readonly ids: readonly string[];
  readonly heads: readonly (string | null)[];
}

function People({ ids, heads }: PeopleProps) {
  const t = useSay();
  return (
    <Table heads={[t("intake.register.id"), t("intake.register.head")]}>
      {ids.map((id, at) => (
        <tr key={id}>
          <td>{id}</td>
          <td>{heads[at] ?? <span className="mut">{t("intake.register.unknown")}</span>}</td>
        </tr>
      ))}
    </Table>
  );
}

function Changes({ changes }: { readonly changes: readonly RegisterChange[] }) {
  const t = useSay();
  const language = useLanguage();
  const say = (value: RegisterChange["values"][number]["before"]) => valueText(t, language, value);
  return (
    <Table
      heads={[
        t("intake.register.id"),
        t("intake.register.head"),
        t("intake.register.fact"),
        t("intake.register.now"),
        t("intake.register.then"),
      ]}
    >
      {changes.flatMap(({ id, head, fields, values }) =>
        fields.map((field, at) => (
          <tr key={`${id} ${field}`}>
            <td>{at === 0 ? id : ""}</td>
            <td>{at === 0 ? (head ?? "–") : ""}</td>
            <td>{factText(t, field)}</td>
            <td>{say(values[at]!.before)}</td>
            <td>
              <b>{say(values[at]!.after)}</b>
            </td>
          </tr>
        )),
      )}
    </Table>
  );
}

function valueText(t: Say, language: "vi" | "en", value: RegisterChange["values"][number]["before"]): string {
  if (value === null) return t("intake.register.unknown");
  if (typeof value === "boolean") return t(value ? "fact.yes" : "fact.no");
  if (typeof value === "number") return formatNumber(language, value);
  if (typeof value === "string") return value;
  const [lon, lat] = value.map((each) => formatNumber(language, each, 6));
  return t("intake.register.place", { lon: lon!, lat: lat! });
}

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
