/** Joins the pieces: workers, store and page. */
import { createTheme, MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { chooseLanguage, rememberedLanguage } from "./ui/actions/language.ts";
import { openFromAddress, refreshKept } from "./ui/actions/open.ts";
import { App } from "./ui/app.tsx";
import { startServices } from "./ui/services.ts";
import { setView } from "./ui/store.ts";
import "./ui/styles/index.css";

const theme = createTheme({
  fontFamily: "var(--font)",
  primaryColor: "dark",
  defaultRadius: 4,
  respectReducedMotion: true,
});
const TALL_ENOUGH_FOR_THE_TABLE = 900;
const TOO_SHORT_FOR_THE_LEGEND = 700;

startServices();
chooseLanguage(rememberedLanguage());
setView({
  drawerOpen: window.innerHeight >= TALL_ENOUGH_FOR_THE_TABLE,
  legendOpen: window.innerHeight >= TOO_SHORT_FOR_THE_LEGEND,
});
createRoot(document.getElementById("root")!).render(
  <MantineProvider theme={theme} forceColorScheme="light">
    <App />
  </MantineProvider>,
);
void openFromAddress();
void refreshKept();
