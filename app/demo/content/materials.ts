import { mexico2017 } from "#app/demo/workshops/workshop-2017.ts";
import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { kashiwaImages } from "#app/demo/workshops/workshops-under-way.ts";
import type { MaterialInput } from "#app/materials/form.ts";

/** A document of the demo: it is set when the demo is made. */
export type DemoMaterial = Pick<MaterialInput, "title" | "language" | "class"> & {
  workshop: WorkshopContent;
  /** The number of its session. */
  session?: number;
  file: string;
  /** A line each. */
  points: string[];
};

export const demoMaterials: DemoMaterial[] = [
  {
    workshop: mexico2017,
    title: "Indicadores de subvaluación: guía breve",
    language: "es",
    class: "public",
    session: 3,
    file: "Indicadores de subvaluación.pdf",
    points: [
      "Compare el valor declarado con los precios de importaciones idénticas o similares.",
      "Revise si el precio incluye fletes, seguros y comisiones.",
      "Considere la relación entre comprador y vendedor.",
      "Solicite la factura, el contrato y el comprobante de pago antes de concluir.",
      "Documento de ejemplo: cifras y casos son inventados.",
    ],
  },
  {
    workshop: kashiwaImages,
    title: "X線画像の見方：受講の手引き",
    language: "ja",
    class: "participants",
    file: "X線画像の見方.pdf",
    points: [
      "画像の色は物質の種類（有機物・無機物・金属）を表します。",
      "密度の高い部分は、角度を変えた画像と見比べます。",
      "申告内容と合わない形や空間に注意します。",
      "判断に迷うときは、二人以上で確認します。",
      "この資料は見本です。事例は架空のものです。",
    ],
  },
  {
    workshop: kashiwaImages,
    title: "Concealment methods: what the images show",
    language: "en",
    class: "confidential",
    session: 4,
    file: "Concealment methods.pdf",
    points: [
      "False bottoms: compare the inner and the outer height.",
      "Goods inside machine parts: look for density where the part should be hollow.",
      "Liquids: look at the level, and at what lies below it.",
      "Ask for the second view before a container is opened.",
      "An example document: all cases are invented.",
    ],
  },
  {
    workshop: kashiwaImages,
    title: "Lista de verificación para el equipo",
    language: "es",
    class: "staff",
    file: "Lista de verificación.pdf",
    points: [
      "Confirmar la reserva del laboratorio de imágenes.",
      "Probar la interpretación simultánea media hora antes.",
      "Entregar las credenciales en la orientación general.",
      "Revisar las hojas de asistencia al final de cada día.",
      "Documento de ejemplo.",
    ],
  },
];
