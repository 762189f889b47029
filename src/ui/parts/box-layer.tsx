/** Over the map while a box is drawn: a drag chooses what lies in it, Enter takes all that is in sight. */
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { chooseInBox } from "../actions/table.ts";
import { useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { setView, useView } from "../store.ts";

type Corner = readonly [x: number, y: number];
/** A shorter drag was a click. */
const LEAST_PX = 4;

/** Nothing unless asked for in the head of the drawer; Shift and a drag on the map do the same without it. */
export function BoxLayer() {
  const t = useSay();
  const boxing = useView((state) => state.boxing);
  const layer = useRef<HTMLButtonElement>(null);
  const [from, setFrom] = useState<Corner | null>(null);
  const [to, setTo] = useState<Corner | null>(null);
  useEffect(() => {
    if (boxing) layer.current?.focus();
    setFrom(null);
    setTo(null);
  }, [boxing]);
  if (!boxing) return null;
  const cornerOf = (event: PointerEvent): Corner => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const take = (a: Corner, b: Corner) => {
    const bbox = services().map?.boxAt(a, b);
    if (bbox) chooseInBox(bbox);
    else setView({ boxing: false });
  };
  const finish = (event: PointerEvent) => {
    const end = cornerOf(event);
    if (from && Math.max(Math.abs(end[0] - from[0]), Math.abs(end[1] - from[1])) >= LEAST_PX) take(from, end);
    setFrom(null);
    setTo(null);
  };
  const click = ({ detail, currentTarget: { clientWidth, clientHeight } }: MouseEvent) => {
    // A click by mouse has been a drag before; one by keyboard counts none.
    if (detail === 0) take([0, 0], [clientWidth, clientHeight]);
  };
  return (
    <button
      type="button"
      ref={layer}
      className="box-layer"
      onClick={click}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(cornerOf(event));
        setTo(cornerOf(event));
      }}
      onPointerMove={(event) => from && setTo(cornerOf(event))}
      onPointerUp={finish}
    >
      <span className="float box-say">{t("drawer.boxing")}</span>
      {from && to && <Drawn from={from} to={to} />}
    </button>
  );
}

function Drawn({ from, to }: { from: Corner; to: Corner }) {
  const style = {
    left: Math.min(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    width: Math.abs(from[0] - to[0]),
    height: Math.abs(from[1] - to[1]),
  };
  return <span className="box-drawn" style={style} />;
}
