/** What draws the map on this machine. */

/** `software`: there is WebGL 2, but the processor draws it, some hundred milliseconds a frame. */
export type Graphics = "none" | "software" | "hardware";

/** Names under which browsers and systems draw without a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Recognises a renderer by the name the browser gives. An unknown name counts as a graphics card. */
export function graphicsOf(renderer: string): Exclude<Graphics, "none"> {
  return SOFTWARE.test(renderer) ? "software" : "hardware";
}

/** Asks the browser, with a context of its own that is given back at once. */
export function findGraphics(): Graphics {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return "none";
  const names = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = names ? context.getParameter(names.UNMASKED_RENDERER_WEBGL) : null;
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return graphicsOf(String(renderer ?? ""));
}
