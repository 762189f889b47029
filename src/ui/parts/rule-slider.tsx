/** A slider for a distance of the rules: the answer follows the hand. */
import { Slider } from "@mantine/core";

interface Props {
  /** What is moved, for those who cannot see it. */
  readonly label: string;
  /** Metres. A value beyond the slider's end stands at the end; its field says it in full. */
  readonly value: number;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  readonly onChange: (metres: number) => void;
}

/** Metres from `range.min` to `range.max`; arrow keys move it too. */
export function RuleSlider({ label, value, range, onChange }: Props) {
  return (
    <Slider
      thumbLabel={label}
      value={Math.min(value, range.max)}
      min={range.min}
      max={range.max}
      step={range.step}
      // The field beside it says the number; a bubble would cover the sentence.
      label={null}
      thumbValueText={(metres) => `${metres} m`}
      onChange={onChange}
    />
  );
}
