/** Joins the pieces: workers, store and page. */
import { createTheme, MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { rememberAuthor } from "./ui/actions/author.ts";
import { chooseLanguage, rememberedLanguage } from "./ui/actions/language.ts";
import { openFromAddress, refreshKept } from "./ui/actions/open.ts";
import { App } from "./ui/app.tsx";
import { FaultBoundary } from "./ui/parts/fault.tsx";
import { startServices } from "./ui/services.ts";
import "./ui/styles/index.css";

const theme = createTheme({
  fontFamily: "var(--font)",
  primaryColor: "dark",
  defaultRadius: 4,
  respectReducedMotion: true,
});

startServices();
rememberAuthor();
chooseLanguage(rememberedLanguage());
createRoot(document.getElementById("root")!).render(
  <MantineProvider theme={theme} forceColorScheme="light">
    <FaultBoundary>
      <App />
    </FaultBoundary>
  </MantineProvider>,
);
void openFromAddress();
void refreshKept();
