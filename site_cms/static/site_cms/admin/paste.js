// What is pasted from Word, LibreOffice or a page: its text stays, parted into the blocks of the
// site – intertitre, tableau, texte – and whoever pastes is told what was left out. A plugin of
// Draftail; its words come from site_cms/admin/writing.py.
(() => {
  const BLOCK_TAGS = "p,h1,h2,h3,h4,h5,h6,li,table,ul,ol,div,blockquote,section,article,body,dl,dt,dd,pre,hr";
  const SILENT = "style,script,meta,link,title,head,xml,template,o\\:p";
  // What no editor wants, found by how it is marked, and the word that tells of it.
  const LEFT_OUT = [
    ["notes", '[style*="mso-element:footnote"], [style*="mso-element:endnote"], [id^="sdfootnote"]:not(a), a[href^="#_ftn"], a[href^="#_edn"], a.sdfootnoteanc, a[href^="#sdfootnote"]'],
    ["comments", '[style*="mso-element:comment"], .MsoCommentReference, .msocomanchor, a[href^="#_msocom"], .MsoCommentText'],
    ["deleted", "del, .msoDel"],
    ["images", "img, picture, svg, object, embed, video, iframe, v\\:shape, v\\:imagedata"],
    ["fields", "input, select, textarea, button"],
  ];

  const style = (node) => node.getAttribute?.("style") ?? "";
  const tidy = (text) => text.replace(/[ \t\r\n\f]+/g, " ");

  const outline = (node) => {
    const tag = /^H([1-6])$/.exec(node.tagName);
    const name = /(?:Mso)?(?:Heading|Titre)\s?(\d)/i.exec(node.className || "");
    const level = /mso-outline-level:\s*([1-6])/.exec(style(node));
    if (/^MsoTitle/.test(node.className)) return 1;
    return Number((tag ?? name ?? level)?.[1] ?? 0);
  };

  const leaveOut = (body, lost) => {
    for (const node of body.querySelectorAll(SILENT)) node.remove();
    for (const [word, marks] of LEFT_OUT) {
      for (const node of body.querySelectorAll(marks)) {
        if (!body.contains(node)) continue;
        lost[word] = (lost[word] ?? 0) + 1;
        node.remove();
      }
    }
  };

  // What a style says by a property of its own; Word has others whose names end alike.
  const said = (node, name) => new RegExp(`(?:^|;)\\s*${name}:\\s*([^;]+)`, "i").exec(style(node))?.[1].trim() ?? "";

  const marksOf = (node, marks, lost) => {
    const found = new Set(marks);
    const weight = said(node, "font-weight");
    const slant = said(node, "font-style");
    if (/^(B|STRONG)$/.test(node.tagName)) found.add("BOLD");
    if (weight) found[/^bold|^[6-9]00/.test(weight) ? "add" : "delete"]("BOLD");
    if (/^(I|EM)$/.test(node.tagName)) found.add("ITALIC");
    if (slant) found[slant === "italic" ? "add" : "delete"]("ITALIC");
    if (node.tagName === "SUP" || said(node, "vertical-align") === "super") found.add("SUPERSCRIPT");
    const isLined = node.tagName === "U" || said(node, "text-decoration").includes("underline");
    if (isLined && !node.closest("a") && !node.querySelector("a")) lost.underlined = (lost.underlined ?? 0) + 1;
    const ground = said(node, "background(?:-color)?");
    if (ground && !/^(transparent|white|#fff)/i.test(ground)) lost.highlighted = (lost.highlighted ?? 0) + 1;
    return found;
  };

  // The text of a node with its styles and links, as Draft.js keeps them.
  const inline = (root, lost) => {
    const pieces = [];
    const walk = (node, marks, link) => {
      if (node.nodeType === Node.TEXT_NODE) {
        pieces.push({ text: tidy(node.data), marks, link });
      } else if (node.tagName === "BR") {
        pieces.push({ text: "\n", marks, link });
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const href = node.tagName === "A" ? node.getAttribute("href") : "";
        const own = marksOf(node, marks, lost);
        const url = /^(https?:|mailto:|tel:)/i.test(href ?? "") ? href : link;
        if (href && url !== href) lost.links = (lost.links ?? 0) + 1;
        for (const child of node.childNodes) walk(child, own, url);
      }
    };
    for (const child of root.childNodes) walk(child, new Set(), "");
    return joined(pieces);
  };

  const joined = (pieces) => {
    const run = { text: "", styles: [], links: [] };
    for (const { text, marks, link } of pieces) {
      const piece = /(^|[ \n])$/.test(run.text) ? text.replace(/^ +/, "") : text;
      if (!piece) continue;
      const range = { offset: run.text.length, length: piece.length };
      for (const mark of marks) run.styles.push({ ...range, style: mark });
      if (link) run.links.push({ ...range, url: link });
      run.text += piece;
    }
    const end = run.text.replace(/\s+$/, "").length;
    run.text = run.text.slice(0, end);
    const within = (range) => ({ ...range, length: Math.min(range.length, end - range.offset) });
    run.styles = run.styles.map(within).filter((range) => range.length > 0);
    run.links = run.links.map(within).filter((range) => range.length > 0);
    return run;
  };

  const wordItem = (node) => {
    const level = /mso-list:[^;]*level(\d+)/.exec(style(node));
    if (!level) return null;
    const sign = node.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
    const marker = (sign?.textContent ?? "").trim();
    sign?.remove();
    const type = /^[0-9a-zA-Z]{1,4}[.)]/.test(marker) ? "ordered-list-item" : "unordered-list-item";
    return { type, depth: Number(level[1]) - 1 };
  };

  const tableOf = (node, lost) => {
    const rows = [...node.rows].map((row) =>
      [...row.cells].flatMap((cell) => {
        const run = inline(cell, lost);
        if (run.links.length) lost.links = (lost.links ?? 0) + run.links.length;
        return [run.text.replaceAll("\n", " "), ...Array(cell.colSpan - 1).fill("")];
      }),
    );
    const width = Math.max(0, ...rows.map((row) => row.length));
    return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
  };

  // The parts of what is pasted, in order: headings, tables and runs of paragraphs and items.
  const partsOf = (html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const lost = {};
    const parts = [];
    leaveOut(body, lost);
    const put = (run, kind) => {
      if (!run.text.trim()) return;
      if (parts.at(-1)?.kind !== "text") parts.push({ kind: "text", blocks: [] });
      parts.at(-1).blocks.push({ ...run, type: "unstyled", depth: 0, ...kind });
    };
    const list = (node, depth) => {
      const type = node.tagName === "OL" ? "ordered-list-item" : "unordered-list-item";
      for (const item of node.children) {
        if (/^[UO]L$/.test(item.tagName)) list(item, depth + 1);
        if (item.tagName !== "LI") continue;
        const inner = [...item.querySelectorAll("ul, ol")].filter((one) => one.parentElement.closest("li") === item);
        for (const one of inner) one.remove();
        put(inline(item, lost), { type, depth });
        for (const one of inner) list(one, depth + 1);
      }
    };
    const block = (node) => {
      const level = outline(node);
      if (node.tagName === "TABLE") parts.push({ kind: "table", rows: tableOf(node, lost) });
      else if (/^[UO]L$/.test(node.tagName)) list(node, 0);
      else if (level) heading(node, level);
      else if (node.querySelector(BLOCK_TAGS)) flow(node);
      else paragraph(node);
    };
    const heading = (node, level) => {
      wordItem(node);
      const { text } = inline(node, lost);
      if (text.trim()) parts.push({ kind: "heading", level, text: text.replaceAll("\n", " ") });
    };
    const paragraph = (node) => {
      if (/MsoCaption/.test(node.className)) parts.push({ kind: "caption", text: inline(node, lost).text });
      else {
        const item = wordItem(node);
        put(inline(node, lost), item);
      }
    };
    // Words that stand between blocks, in no paragraph of their own, are one.
    const flow = (node) => {
      let loose = document.createElement("p");
      const flush = () => {
        if (loose.textContent.trim()) put(inline(loose, lost), null);
        loose = document.createElement("p");
      };
      for (const child of [...node.childNodes]) {
        const isBlock = child.nodeType === Node.ELEMENT_NODE && (child.matches(BLOCK_TAGS) || child.querySelector(BLOCK_TAGS));
        if (isBlock) {
          flush();
          block(child);
        } else loose.append(child.cloneNode(true));
      }
      flush();
    };
    flow(body);
    return { parts: captioned(parts), lost };
  };

  // A caption belongs to the table beside it; any other is a paragraph.
  const captioned = (parts) => {
    const kept = [];
    for (const [index, part] of parts.entries()) {
      if (part.kind !== "caption") kept.push(part);
      else if (parts[index + 1]?.kind === "table") parts[index + 1].caption = part.text;
      else if (kept.at(-1)?.kind === "table" && !kept.at(-1).caption) kept.at(-1).caption = part.text;
      else kept.push({ kind: "text", blocks: [plain(part.text)] });
    }
    return kept.reduce((all, part) => {
      if (part.kind === "text" && all.at(-1)?.kind === "text") all.at(-1).blocks.push(...part.blocks);
      else all.push(part);
      return all;
    }, []);
  };

  const plain = (text) => ({ text, styles: [], links: [], type: "unstyled", depth: 0 });

  const raw = (blocks) => {
    const entityMap = {};
    const key = () => Math.random().toString(36).slice(2, 7);
    return {
      entityMap,
      blocks: blocks.map(({ text, type, depth, styles, links }) => ({
        key: key(), text, type, depth,
        inlineStyleRanges: styles,
        entityRanges: links.map(({ offset, length, url }) => {
          const number = Object.keys(entityMap).length;
          entityMap[number] = { type: "LINK", mutability: "MUTABLE", data: { url } };
          return { offset, length, key: number };
        }),
      })),
    };
  };

  // Where the editor stands in a stream that has intertitres and tableaux; null elsewhere.
  const streamAround = (element) => {
    let node = element;
    while (node && !node.rootBlock) node = node.parentElement;
    const stream = node?.rootBlock;
    if (!stream?.children || !stream.insert) return null;
    const index = stream.children.findIndex((child) => child.element?.contains(element) || child.block?.element?.contains(element));
    const known = stream.blockDef.childBlockDefsByName ?? {};
    const is = stream.children[index]?.type === "paragraph" && known.heading && known.table;
    return is ? { stream, index } : null;
  };

  // Without such a stream all is text: headings and the rows of tables are paragraphs.
  const flat = (parts) =>
    parts.flatMap((part) => {
      if (part.kind === "text") return part.blocks;
      if (part.kind === "heading") return [plain(part.text)];
      return part.rows.map((row) => plain(row.filter(Boolean).join(" – ")));
    });

  const valueOf = (part, top) => {
    if (part.kind === "heading") return { type: "heading", value: { text: part.text, level: part.level > top ? "h3" : "h2" } };
    if (part.kind === "text") return { type: "paragraph", value: JSON.stringify(raw(part.blocks)) };
    const [first = [], ...rest] = part.rows;
    const table = {
      caption: "",
      columns: first.map((heading) => ({ type: "text", heading })),
      rows: rest.map((values) => ({ values })),
    };
    return { type: "table", value: { caption: part.caption ?? "", table } };
  };

  const { EditorState, Modifier, ContentState, convertFromRaw, convertToRaw } = window.DraftJS;

  const fragment = (editorState, blocks) => {
    const pasted = convertFromRaw(raw(blocks));
    const content = Modifier.replaceWithFragment(editorState.getCurrentContent(), editorState.getSelection(), pasted.getBlockMap());
    return EditorState.push(editorState, content, "insert-fragment");
  };

  // The text of the editor before the cursor, and after it.
  const parted = (editorState) => {
    const content = Modifier.removeRange(editorState.getCurrentContent(), editorState.getSelection(), "backward");
    const split = Modifier.splitBlock(content, content.getSelectionAfter());
    const blocks = split.getBlocksAsArray();
    const at = blocks.findIndex((block) => block.getKey() === split.getSelectionAfter().getStartKey());
    const filled = (some) => (some.some((block) => block.getText().trim()) ? some : []);
    return [filled(blocks.slice(0, at)), filled(blocks.slice(at))];
  };

  const spread = ({ stream, index }, parts, editorState, setEditorState) => {
    const [before, after] = parted(editorState);
    const top = Math.min(...parts.filter(({ kind }) => kind === "heading").map(({ level }) => level));
    const rest = parts.map((part) => valueOf(part, top));
    if (after.length) rest.push({ type: "paragraph", value: JSON.stringify(convertToRaw(ContentState.createFromBlockArray(after))) });
    for (const [place, value] of rest.entries()) stream.insert(value, index + 1 + place);
    if (before.length) setEditorState(EditorState.push(editorState, ContentState.createFromBlockArray(before), "remove-range"));
    else setTimeout(() => stream.deleteBlock(index));
  };

  const tell = (words, parts, lost, isSpread) => {
    const count = (kind) => parts.filter((part) => part.kind === kind).length;
    const list = (names, counts) => names.filter((name) => counts[name]).map((name) => `${words[name]} (${counts[name]})`).join(", ");
    const made = { heading: count("heading"), table: count("table") };
    const said = [];
    if (made.heading || made.table) said.push(`${isSpread ? words.made : words.flat} ${list(["heading", "table"], made)}.`);
    const left = list(Object.keys(lost), lost);
    if (left) said.push(`${words.left} ${left}.`);
    if (!said.length) return;
    const detail = { clear: true, text: said.join(" "), type: left || !isSpread ? "warning" : "success" };
    document.dispatchEvent(new CustomEvent("w-messages:add", { detail }));
  };

  window.draftail.registerPlugin(
    {
      type: "paste",
      handlePastedText(_text, html, editorState, { setEditorState }) {
        if (!html) return "not-handled";
        const { parts, lost } = partsOf(html);
        if (!parts.length && !Object.keys(lost).length) return "not-handled";
        const around = parts.some(({ kind }) => kind !== "text") ? streamAround(document.activeElement) : null;
        if (around) spread(around, parts, editorState, setEditorState);
        else if (parts.length) setEditorState(fragment(editorState, flat(parts)));
        tell(this.words, parts, lost, Boolean(around));
        return "handled";
      },
    },
    "plugins",
  );
})();
