import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BlockText } from "#app/timetable/grid/words/block-text.ts";
import { KindMark } from "#app/timetable/kind-mark.tsx";
import type { SessionKind } from "#app/timetable/kinds.ts";
import type { BlockView, ColumnView, GridView } from "./grid-view.ts";
import "#app/timetable/grid/look/styles.css";

type GridProps = {
  grid: GridView;
  /** Where a session leads. */
  hrefOf: (session: { number: number }) => string;
  /** Tells it from other timetables of its page. */
  name?: string;
  className?: string;
  /** Of the columns' own headings, for whoever hears the page. */
  level?: 3 | 4;
};

/**
 * Days, or one day's rooms, beside each other; hours below each other between two clocks. Headings stay in sight while
 * the columns scroll below them, so they stand outside of what scrolls.
 */
export function Grid({ grid, hrefOf, name = "timetable", className = "", level = 3 }: GridProps) {
  const { clocks, columns, height } = grid;
  return (
    <div className={`timetable ${to(height)} ${className}`} id={name}>
      <div className="timetable-heads" aria-hidden="true">
        <Clock {...clocks.here} isOwn />
        <div className="timetable-strip">
          <div className="timetable-columns">
            {columns.map((column) => (
              <Head key={keyOf(column)} column={column} />
            ))}
          </div>
        </div>
        <Clock {...clocks.there} />
      </div>
      <div className="timetable-body">
        <Scale grid={grid} side="here" />
        <div className="timetable-scroll">
          <Lines grid={grid} />
          <div className="timetable-columns timetable-days">
            {columns.map((column, index) => (
              <Day key={keyOf(column)} column={column} index={index} level={level}>
                {column.blocks.map((block) => (
                  <Block key={`${block.id} ${block.part}`} block={block} href={hrefOf(block)} />
                ))}
              </Day>
            ))}
          </div>
        </div>
        <Scale grid={grid} side="there" />
      </div>
    </div>
  );
}

const keyOf = ({ date, room }: ColumnView) => `${date} ${room ?? ""}`;

/** As the sheets of `drawn-from.css` and `drawn-to.css` know it: to five minutes. */
const from = (height: number) => drawn("from", height);
const to = (height: number) => drawn("to", height);
function drawn(side: "from" | "to", height: number): string {
  const near = Math.round(height / 5) * 5;
  return `${side}-${Math.floor(near / 60)}h ${side}-${near % 60}m`;
}

const mostLanes = 6;
const lanesClass = (lanes: number) => (lanes > 1 ? ` lanes-${Math.min(lanes, mostLanes)}` : "");

function Clock({ city, offset, isOwn }: { city: string; offset: string; isOwn?: boolean }) {
  return (
    <span className="timetable-clock">
      {isOwn ? <b>{city}</b> : city} <span>{offset}</span>
    </span>
  );
}

function Head({ column }: { column: ColumnView }) {
  const { t } = useTranslation("timetable");
  const { heading, note, isToday, isRest, lanes, blocks } = column;
  return (
    <span
      className={`timetable-head${lanesClass(lanes)}`}
      data-today={isToday || undefined}
      data-bare={(isRest && !blocks.length) || undefined}
    >
      <b>{heading}</b> {isToday ? <span className="timetable-today">{t("column.today")}</span> : null}
      {note ? <small>{note}</small> : null}
    </span>
  );
}

function Day({
  column,
  index,
  level,
  children,
}: {
  column: ColumnView;
  index: number;
  level: 3 | 4;
  children: ReactNode;
}) {
  const { name, isToday, isRest, lanes, blocks } = column;
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <div
      className={`timetable-day${lanesClass(lanes)}`}
      data-column={index}
      data-today={isToday || undefined}
      data-rest={isRest || undefined}
      data-bare={(isRest && !blocks.length) || undefined}
    >
      <div className="sr-only" data-part="name">
        <Heading>{name}</Heading>
      </div>
      <div className="timetable-lane">{children}</div>
    </div>
  );
}

function Block({ block, href }: { block: BlockView; href: string }) {
  const { lane, lanes, wide, kind } = block;
  const last = Math.min(lane, mostLanes - 1);
  const places = lanes > 1 ? `${lanesClass(lanes)} lane-${last} wide-${Math.min(wide, mostLanes - last)}` : "";
  return (
    <div
      className={`timetable-block ${from(block.top)} ${to(block.bottom)}${places}`}
      data-id={block.id}
      data-part={block.part}
      data-kind={kind}
      data-before={block.isCutBefore || undefined}
      data-after={block.isCutAfter || undefined}
    >
      <BlockContent href={href} kind={kind} text={block} />
    </div>
  );
}

type ContentProps = { href: string; kind: SessionKind; text: BlockText };

function BlockContent({ href, kind, text }: ContentProps) {
  return (
    <a href={href}>
      <span className="block-time">
        <KindMark kind={kind} />
        <span>{text.time}</span>
        <span className="block-city">{text.city ? ` ${text.city}` : ""}</span>
      </span>{" "}
      <b className="block-title" lang={text.title.lang}>
        {text.title.text}
      </b>{" "}
      <span className="block-room">{text.where}</span>
      <span className="sr-only"> {text.spoken}</span>
    </a>
  );
}

/** What a script fills in. */
export function BlankBlock() {
  const { locale } = useTranslation("timetable");
  const text = { time: "", city: "", title: { text: "", lang: locale }, where: "", spoken: "" };
  return (
    <div className="timetable-block" data-kind="lecture">
      <BlockContent href="#editor-help" kind="lecture" text={text} />
    </div>
  );
}

function Lines({ grid: { lines, folds } }: { grid: GridView }) {
  return (
    <div className="timetable-lines" aria-hidden="true">
      {lines.map(({ minute, height }) => (
        <i key={minute} className={from(height)} data-noon={minute === 720 || undefined} />
      ))}
      {folds.map(({ height, text }) => (
        <span key={height} className={`timetable-fold ${from(height)}`}>
          {text}
        </span>
      ))}
    </div>
  );
}

/** Full hours on one clock: those of the venue on the left, the others on the right. */
function Scale({ grid: { lines }, side }: { grid: GridView; side: "here" | "there" }) {
  return (
    <div className="timetable-scale" data-side={side} aria-hidden="true">
      {lines.map((line) => (
        <span key={line.minute} className={from(line.height)}>
          {line[side]}
        </span>
      ))}
    </div>
  );
}
