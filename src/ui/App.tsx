import type { ReactNode } from "react";
import type { Embedding } from "../app/embedding.ts";
import { PageDialogs } from "./actions/PageDialogs.tsx";
import { EmbedLayout } from "./embed/EmbedLayout.tsx";
import { MediumLayout } from "./layout/MediumLayout.tsx";
import { PhoneLayout } from "./layout/PhoneLayout.tsx";
import { useMediaQuery } from "./layout/useMediaQuery.ts";
import { Presented } from "./lesson/LessonSlot.tsx";
import { WideLayout } from "./layout/WideLayout.tsx";

/** The whole page, laid out for the width of the window. */
export function App({ embedding }: { readonly embedding: Embedding | null }): ReactNode {
  const wide = useMediaQuery("(min-width: 1100px)");
  const phone = useMediaQuery("(max-width: 699px)");
  return (
    <Presented>
      {embedding !== null ? (
        <EmbedLayout embedding={embedding} />
      ) : phone ? (
        <PhoneLayout />
      ) : wide ? (
        <WideLayout />
      ) : (
        <MediumLayout />
      )}
      <PageDialogs />
    </Presented>
  );
}
