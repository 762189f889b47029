/** Features of a layer that could not be read: leaving them out is dangerous, so a person has to say it. */
import type { LayerKind } from "../../../core/model/layers.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Message } from "../../parts/message.tsx";

interface Props {
  readonly kind: LayerKind;
  readonly count: number;
  readonly value: boolean;
  readonly onChange: (skip: boolean) => void;
}

/** A box that is never ticked beforehand, with what a lost feature does to the answers. */
export function SkipBox({ kind, count, value, onChange }: Props) {
  const t = useSay();
  return (
    <div className="msg-space">
      <Message kind="warn">
        <label className="choice">
          <input
            type="checkbox"
            className="tick"
            data-testid="skip-bad"
            checked={value}
            onChange={({ currentTarget }) => onChange(currentTarget.checked)}
          />
          <span>
            <b>{t(`data.skip.${kind}`, { n: count })}</b>
            <span className="small choice-more">{t(`data.skip.${kind}.why`)}</span>
          </span>
        </label>
      </Message>
    </div>
  );
}
