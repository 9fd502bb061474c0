/**
 * Writes the page's fonts into a picture, as a picture cannot load any. A font that cannot be read is left out: the next name of
 * its family takes over.
 */
export async function embedFonts(svg: SVGSVGElement): Promise<void> {
  const used = usedFonts(svg);
  const faces = [...document.styleSheets].flatMap(fontFaces).filter(({ style }) => used.has(fontKey(style)));
  const rules = await Promise.all(faces.map(embedded));
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = rules.filter((rule) => rule !== null).join("\n");
  if (style.textContent !== "") svg.prepend(style);
}

interface FontFaceSource {
  readonly style: CSSStyleDeclaration;
  readonly base: string;
}

function fontFaces(sheet: CSSStyleSheet): readonly FontFaceSource[] {
  const base = sheet.href ?? document.baseURI;
  try {
    return [...sheet.cssRules].flatMap((rule) => {
      if (rule instanceof CSSFontFaceRule) return [{ style: rule.style, base }];
      return rule instanceof CSSImportRule && rule.styleSheet !== null ? fontFaces(rule.styleSheet) : [];
    });
  } catch {
    return [];
  }
}

function usedFonts(svg: SVGSVGElement): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (element: Element, family: string, weight: string): void => {
    const ownFamily = element.getAttribute("font-family") ?? family;
    const ownWeight = element.getAttribute("font-weight") ?? weight;
    if (element.tagName === "text" || element.tagName === "tspan") used.add(`${firstFamily(ownFamily)} ${ownWeight}`);
    for (const child of element.children) visit(child, ownFamily, ownWeight);
  };
  visit(svg, "", "400");
  return used;
}

function fontKey(style: CSSStyleDeclaration): string {
  return `${firstFamily(style.getPropertyValue("font-family"))} ${style.getPropertyValue("font-weight") || "400"}`;
}

function firstFamily(families: string): string {
  return (families.split(",")[0] ?? "").trim().replace(/^["']|["']$/g, "");
}

async function embedded({ style, base }: FontFaceSource): Promise<string | null> {
  const url = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src"))?.[1];
  if (url === undefined) return null;
  try {
    const data = url.startsWith("data:") ? url : await readAsDataUrl(new URL(url, base));
    return `@font-face{font-family:${style.getPropertyValue("font-family")};font-weight:${style.getPropertyValue("font-weight")};src:url("${data}")}`;
  } catch {
    return null;
  }
}

async function readAsDataUrl(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`no font at ${url.pathname}`);
  const blob = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(new Error(`unreadable font ${url.pathname}`)));
    reader.readAsDataURL(blob);
  });
}
