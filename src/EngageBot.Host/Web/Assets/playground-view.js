// Builds what is shown. Text is only ever put in as text.
"use strict";
const view = (() => {
    const texts = JSON.parse(document.getElementById("playground").dataset.texts);
    const say = (name, values = {}) => Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, value), texts[name]);
    const list = names => new Intl.ListFormat(document.documentElement.lang).format(names);
    const make = (name, options = {}, ...children) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(options)) {
            if (value === null || value === undefined || value === false) { continue; }
            if (key === "onclick") { element.addEventListener("click", value); }
            else if (key === "className") { element.className = value; }
            else { element.setAttribute(key, value === true ? "" : value); }
        }
        element.append(...children.filter(child => child !== null && child !== undefined));
        return element;
    };
    const hidden = text => make("span", { className: "visually-hidden" }, text);
    const link = /http:\/\/playground\.invalid\/\?channel=(\w{1,20})&message=(\d{1,12})/g;

    // Text with the addresses of messages made into links to them, and *stars* taken off.
    const words = (text, act) => {
        const parts = [];
        let end = 0;
        for (const match of text.matchAll(link)) {
            const [channel, number] = [match[1], Number(match[2])];
            parts.push(text.slice(end, match.index));
            parts.push(make("a", { href: `/?channel=${channel}&message=${number}`, onclick: event => { event.preventDefault(); act.open(channel, number); } }, say("link")));
            end = match.index + match[0].length;
        }
        parts.push(text.slice(end));
        return make("p", { className: "text" }, ...parts.map(part => typeof part === "string" ? part.replace(/\*\*/g, "") : part));
    };
    const buttons = (line, act) => line.buttons.length === 0 ? null : make("p", { className: "buttons" },
        ...line.buttons.map(button => make("button", { type: "button", className: button.isMain ? "main" : "", onclick: () => act.press(line, button) }, button.label)));
    const file = line => !line.file ? null
        : line.fileName && !line.fileName.endsWith(".png") ? make("p", {}, make("a", { href: line.file, download: line.fileName }, `⬇ ${line.fileName}`))
        : make("img", { src: line.file, alt: line.alt ?? "" });
    const address = line => !line.link ? null : make("p", {}, make("a", { href: line.link }, line.link));
    const marks = (line, act) => line.marks.map(mark =>
        make("button", { type: "button", className: "mark", title: mark.who, onclick: () => act.react(line, mark.emoji) }, `${mark.emoji} ${mark.count}`, hidden(` ${say("by", { who: mark.who })}`)));

    // What can be done with the message that was chosen.
    const actions = (line, state, act) => {
        if (line.isBot) {
            return line.onlyFor ? null : make("p", { className: "actions" }, ...marks(line, act));
        }
        const isChosen = act.chosen() === line.number;
        const tools = !isChosen ? [] : [
            make("button", { type: "button", onclick: () => act.reply(line, "reply") }, say("reply")),
            make("button", { type: "button", onclick: () => act.reply(line, "thread") }, say("thread")),
            ...state.emoji.map(emoji => make("button", { type: "button", onclick: () => act.react(line, emoji) }, emoji, hidden(` ${say("put")}`))),
            make("button", { type: "button", onclick: () => act.choose(line, "find") }, say("find")),
            make("button", { type: "button", onclick: () => act.choose(line, "answered") }, say("answered")),
            line.authorId === state.as ? make("button", { type: "button", onclick: () => act.remove(line) }, say("delete")) : null,
        ];
        const all = [...marks(line, act), ...tools];
        return all.length === 0 ? null : make("p", { className: "actions" }, ...all);
    };
    const classOf = (line, act) => `message${line.isBot ? " bot" : ""}${line.waiting ? " open" : ""}${line.onlyFor ? " only" : ""}${act.chosen() === line.number ? " chosen" : ""}`;

    const message = (line, state, act) => {
        const by = make("p", { className: "by" }, make("b", {}, line.author), " ", make("span", { className: "quiet small" }, line.at + (line.isEdited ? ` ${say("changed")}` : "")), " ",
            line.onlyForName ? make("span", { className: "quiet small" }, say("only", { who: line.onlyForName })) : null,
            line.waiting ? make("button", { type: "button", className: "mark waiting", onclick: () => act.choose_(line) }, say("waits", { time: line.waiting })) : null,
            !line.waiting && !line.isBot ? make("button", { type: "button", className: "mark think", "aria-label": say("thinks.of", { who: line.author }), onclick: () => act.choose_(line) }, "…") : null);
        const item = make("li", { className: classOf(line, act), id: `m${line.number}` }, by,
            line.quote ? make("p", { className: "quote" }, `↪ ${line.quote}`) : null, words(line.text, act), address(line), file(line), buttons(line, act), actions(line, state, act));
        item.addEventListener("click", event => { if (!line.isBot && !event.target.closest("button, a")) { act.choose_(line); } });
        return item;
    };
    const secret = (line, act) => make("li", { className: "message bot only", id: `p${line.number}` },
        make("p", { className: "by" }, make("b", {}, say("to", { who: line.onlyForName })), " ", make("span", { className: "quiet small" }, line.at)), words(line.text, act), buttons(line, act));
    const channel = (place, state, act) => make("li", {}, make("a", {
        href: `/?as=${encodeURIComponent(state.as)}&channel=${encodeURIComponent(place.id)}`, "aria-current": place.id === state.channel ? "page" : null,
        onclick: event => { event.preventDefault(); act.open(place.id, null); },
    }, make("span", {}, (place.isPrivate ? "✉ " : "# ") + place.name), place.waiting > 0 ? make("span", { className: "badge" }, String(place.waiting), hidden(` ${say("badge")}`)) : null));
    const deed = (one, act) => make("li", {}, make("span", { className: "quiet small" }, one.at), " ",
        one.to ? one.what : make("a", { href: `/?channel=${one.channel}`, onclick: event => { event.preventDefault(); act.open(one.channel, null, one.message); } }, one.what));
    const reason = (sign, one) => make("p", {}, sign, make("b", {}, one.what), " ", make("span", { className: "quiet" }, one.why));
    const opinion = one => one === null ? [make("p", { className: "quiet" }, say("choose"))] : [
        make("p", { className: "quote" }, `${one.author}: ${one.text}`),
        make("p", {}, make("b", {}, one.kind), ` ${one.state}`),
        ...one.done.map(step => reason("✓ ", step)),
        one.next ? reason(`${say("then")} `, one.next) : null,
        ...one.links.map(step => reason("", step)),
    ].filter(part => part !== null);
    const spotlight = (line, asked, act) => [
        make("p", { className: "kicker" }, say("spotlight", { time: line.waiting })),
        make("p", { className: "words" }, `${line.author}, #${line.channelName}: “${line.text}”`),
        make("p", { className: "help" },
            `${asked.length === 0 ? say("help.press") : say("help.asked", { who: list(asked.map(one => one.onlyForName)) })} `,
            make("button", { type: "button", className: "mark", onclick: () => act.open(line.channel, line.number) }, say("look"))),
    ];
    const field = (one, error) => {
        const id = `field-${one.name}`;
        const input = one.isLong ? make("textarea", { id, name: one.name, rows: 4, maxlength: one.mostCharacters }) : make("input", { id, name: one.name, maxlength: one.mostCharacters });
        input.value = one.value;
        input.required = one.isRequired;
        if (error) { input.setAttribute("aria-invalid", "true"); input.setAttribute("aria-describedby", `${id}-error`); }
        return [make("label", { for: id }, one.label), input, error ? make("p", { className: "error", id: `${id}-error` }, error) : null].filter(part => part !== null);
    };
    return { say, message, secret, channel, deed, opinion, spotlight, field };
})();
