// The form of one posting: the blocks that fit its section. Called by PostingPage.
import type { ComponentType } from "preact";
import { ApplyBlock } from "./blocks/ApplyBlock.tsx";
import { AttachmentsBlock } from "./blocks/AttachmentsBlock.tsx";
import type { BlockName } from "./blocks/blocksOf.ts";
import { blocksOf } from "./blocks/blocksOf.ts";
import { CallBlock } from "./blocks/CallBlock.tsx";
import { CourseBlock } from "./blocks/CourseBlock.tsx";
import { DatesBlock } from "./blocks/DatesBlock.tsx";
import { EmployerBlock } from "./blocks/EmployerBlock.tsx";
import { EventBlock } from "./blocks/EventBlock.tsx";
import { JobBlock } from "./blocks/JobBlock.tsx";
import { PayBlock } from "./blocks/PayBlock.tsx";
import { PlacesBlock } from "./blocks/PlacesBlock.tsx";
import { RequirementsBlock } from "./blocks/RequirementsBlock.tsx";
import { ReservedBlock } from "./blocks/ReservedBlock.tsx";
import { SharingBlock } from "./blocks/SharingBlock.tsx";
import { TextBlock } from "./blocks/TextBlock.tsx";
import { TitleBlock } from "./blocks/TitleBlock.tsx";
import { useEditor } from "./fields/EditorContext.ts";

const COMPONENTS: Readonly<Record<BlockName, ComponentType>> = {
  title: TitleBlock,
  event: EventBlock,
  course: CourseBlock,
  call: CallBlock,
  reserved: ReservedBlock,
  dates: DatesBlock,
  job: JobBlock,
  pay: PayBlock,
  places: PlacesBlock,
  employer: EmployerBlock,
  text: TextBlock,
  requirements: RequirementsBlock,
  apply: ApplyBlock,
  attachments: AttachmentsBlock,
  sharing: SharingBlock,
};

export function PostingForm({ readOnly }: { readonly readOnly: boolean }) {
  const editor = useEditor();
  return (
    <form class="posting-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="all" role="presentation" disabled={readOnly} key={editor.generation.value}>
        {blocksOf(editor.content.value).map((block) => {
          const Block = COMPONENTS[block];
          return <Block key={block} />;
        })}
      </fieldset>
    </form>
  );
}
