/** Random syllables of Vietnamese for tests, made of sounds by a table of its own. */
import fc from "fast-check";

const onsets = "b c ch d đ h kh l m n ng nh ph r s t th tr v x".split(" ");
/** Open or sonorant rimes, X marks the vowel the tone goes to. */
const open =
  "aX,aXi,aXo,aXu,aXy,aXm,aXn,aXng,aXnh,ăXm,ăXn,ăXng,âXu,âXy,âXm,âXn,âXng,oX,oXi,oXn,oXng,ôX,ôXi,ôXn,ôXng,ơX,ơXi,ơXn,uX,uXa,uXi,uXn,uXng,uôXi,uôXn,uôXng,ưX,ưXa,ưXng,ươXi,ươXn,ươXng".split(
    ",",
  );
const stopped = "aXt,aXc,aXp,aXch,ăXt,ăXc,âXt,âXc,oXt,oXc,ôXt,ôXc,ơXt,uXt,uXc,uôXc,ươXc,ươXt".split(",");
const tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const stops = ["\u0301", "\u0323"];

const small = fc
  .tuple(
    fc.constantFrom(...onsets),
    fc.oneof(
      fc.tuple(fc.constantFrom(...open), fc.constantFrom(...tones)),
      fc.tuple(fc.constantFrom(...stopped), fc.constantFrom(...stops)),
    ),
  )
  .map(([onset, [rime, tone]]) => (onset + rime.replace("X", tone)).normalize("NFC"));

/** In small letters, with a capital, or all capitals; form C. */
export const syllable = fc
  .tuple(small, fc.constantFrom("small", "front", "all"))
  .map(([word, letters]) =>
    letters === "all"
      ? word.toUpperCase()
      : letters === "front"
        ? word[0]!.toUpperCase() + word.slice(1)
        : word,
  );
