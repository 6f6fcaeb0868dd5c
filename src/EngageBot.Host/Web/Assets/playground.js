// Makes the Playground live: asks every second what there is to see, and sends what the visitor does. Nothing is kept in the browser.
"use strict";
(() => {
    const root = document.getElementById("playground");
    const at = id => document.getElementById(id);
    const look = { as: root.dataset.as, channel: root.dataset.channel, message: Number(root.dataset.message) || null };
    let [state, version, answering, form, isBusy] = [null, "", null, null, false];
    let arrivedLast = null;
    const seenPrivate = new Set();

    const order = async (what, body = {}) => {
        const response = await fetch(`/playground/api/${what}`, {
            method: "POST", headers: { "Content-Type": "application/json", "X-Form-Token": root.dataset.token }, body: JSON.stringify({ as: look.as, channel: look.channel, ...body }),
        });
        if (!response.ok) {
            say(view.say(response.status === 429 ? "slower" : response.status === 400 ? "old" : "cannot"));
            return null;
        }
        return await response.json();
    };
    const say = text => { if (at("outcome").textContent !== text) { at("outcome").textContent = text; } };
    const after = async result => {
        if (result?.form) { openForm(result); }
        if (result?.channel && result.channel !== look.channel) { look.channel = result.channel; }
        version = "";
        await refresh(true);
        return result;
    };

    const act = {
        chosen: () => look.message,
        open: (channel, message, scrollTo) => { look.channel = channel; look.message = message ?? look.message; version = ""; refresh(true, message ?? scrollTo); },
        choose_: line => { look.message = line.number; version = ""; refresh(false); },
        press: async (line, button) => {
            const isOwn = line.onlyFor !== null && line.onlyFor !== undefined;
            const before = look.channel;
            await after(await order("press", { as: isOwn ? line.onlyFor : look.as, message: line.number, name: button.id }));
            if (isOwn && line.onlyFor !== look.as) { look.channel = before; version = ""; await refresh(false); }
        },
        react: async (line, emoji) => after(await order("react", { message: line.number, name: emoji })),
        remove: async line => after(await order("delete", { message: line.number })),
        choose: async (line, command) => after(await order("choose", { message: line.number, name: command })),
        reply: (line, kind) => {
            answering = { line, kind };
            at("replying-to").textContent = view.say(`replying.${kind}`, { who: line.author, text: line.text.slice(0, 80) });
            at("replying").hidden = false;
            at("text").focus();
        },
    };
    const put = (id, children) => at(id).replaceChildren(...children);

    const render = (next, isNew, scrollTo) => {
        const list = at("messages");
        const isAtEnd = isNew || list.scrollHeight - list.scrollTop - list.clientHeight < 80;
        const focused = document.activeElement?.closest?.("li")?.id;
        state = next;
        [look.as, look.channel] = [state.as, state.channel];
        put("channels", state.channels.map(place => view.channel(place, state, act)));
        put("messages", state.messages.map(line => view.message(line, state, act)));
        put("private", state.private.map(line => view.secret(line, act)));
        put("deeds", state.deeds.map(deed => view.deed(deed, act)));
        at("spotlight").hidden = state.spotlight === null;
        if (state.spotlight) { put("spotlight", view.spotlight(state.spotlight, state.private.filter(line => line.buttons.length > 0 && line.text.includes(`message=${state.spotlight.number}`)), act)); }
        const arrived = state.private.filter(line => !seenPrivate.has(line.number));
        for (const line of arrived) {
            at(`p${line.number}`).classList.add("new");
            seenPrivate.add(line.number);
        }
        arrivedLast = arrived.length > 0 ? arrived[0].number : null;
        if (at("as").value !== state.as || at("as").options.length !== state.members.length) {
            put("as", state.members.map(member => new Option(member.isModerator ? view.say("moderator", { name: member.name }) : member.name, member.id, false, member.id === state.as)));
        }
        at("composer").hidden = state.channels.find(place => place.id === state.channel)?.isPrivate === true;
        const target = scrollTo ? at(`m${scrollTo}`) : null;
        if (target) { target.scrollIntoView({ block: "center" }); }
        else if (isAtEnd) { list.scrollTop = list.scrollHeight; }
        if (focused) { at(focused)?.querySelector("button")?.focus({ preventScroll: true }); }
    };
    const renderTime = next => {
        at("clock").textContent = next.now;
        at("jump").disabled = !next.isOpen;
        at("jump").setAttribute("aria-busy", String(next.isJumping));
        at("jump").textContent = view.say(next.isJumping ? "flies" : "next");
        at("talk").setAttribute("aria-pressed", String(next.isTalking));
        document.querySelectorAll(".speed").forEach(button => button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === next.speed)));
        if (next.outcome) { say(next.outcome); }
    };
    const think = async () => {
        const number = look.message ?? state?.spotlight?.number;
        if (!number) { put("opinion", view.opinion(null)); return; }
        const response = await fetch(`/playground/api/opinion/${number}`);
        put("opinion", view.opinion(response.status === 200 ? await response.json() : null));
    };
    const refresh = async (isNew, scrollTo) => {
        const response = await fetch(`/playground/api/state?as=${encodeURIComponent(look.as)}&channel=${encodeURIComponent(look.channel)}`);
        if (response.status === 503) { return; } // Another town is moving in: the next look finds it.
        const next = await response.json();
        if (!next.isOpen) {
            if (next.fault && at("loading")) { at("loading").textContent = next.fault; }
            return;
        }
        at("loading")?.remove();
        renderTime(next);
        if (next.version !== version || isNew) {
            version = next.version;
            render(next, isNew, scrollTo);
            await think();
            if (arrivedLast !== null) { at(`p${arrivedLast}`)?.scrollIntoView({ block: "nearest" }); }
        }
    };

    const openForm = (result, values = {}) => {
        form = result;
        at("form-title").textContent = result.title;
        put("form-fields", result.fields.flatMap(one => view.field({ ...one, value: values[one.name] ?? one.value }, result.errors?.[one.name])));
        if (!at("form-dialog").open) { at("form-dialog").showModal(); }
    };
    at("form").addEventListener("submit", async event => {
        event.preventDefault();
        const fields = Object.fromEntries(new FormData(at("form")).entries());
        const sent = form;
        const result = await order("submit", { channel: form.channel, name: form.form, fields });
        if (result?.errors) { openForm({ ...sent, errors: result.errors }, fields); return; }
        at("form-dialog").close();
        await after(result);
    });
    at("form-cancel").addEventListener("click", () => at("form-dialog").close());

    at("composer").addEventListener("submit", async event => {
        event.preventDefault();
        const text = at("text").value.trim();
        if (text === "") { return; }
        const body = { text, replyTo: answering?.kind === "reply" ? answering.line.number : null, thread: answering?.kind === "thread" ? answering.line.number : null };
        const result = await order("write", body);
        if (result) {
            at("text").value = "";
            answering = null;
            at("replying").hidden = true;
            look.message = result.message ?? look.message;
        }
        await after(result);
        at("text").focus();
    });
    at("text").addEventListener("keydown", event => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); at("composer").requestSubmit(); } });
    at("reply-cancel").addEventListener("click", () => { answering = null; at("replying").hidden = true; at("text").focus(); });
    at("as").addEventListener("change", () => { look.as = at("as").value; version = ""; refresh(true); });

    const press = (id, what, body) => at(id).closest("form").addEventListener("submit", async event => { event.preventDefault(); await order(what, body()); version = ""; await refresh(false); });
    press("jump", "jump", () => ({}));
    press("talk", "talk", () => ({ isOn: at("talk").getAttribute("aria-pressed") !== "true" }));
    document.querySelectorAll(".speed").forEach(button => button.closest("form").addEventListener("submit", async event => {
        event.preventDefault();
        await order("speed", { speed: Number(button.dataset.speed) });
        await refresh(false);
    }));
    at("restart").closest("form").addEventListener("submit", async event => { event.preventDefault(); await order("restart"); location.href = "/"; });

    const takeHistory = async file => {
        at("history-outcome").textContent = view.say("history.reading", { file: file.name });
        const response = await fetch(`/playground/api/history?name=${encodeURIComponent(file.name)}`, { method: "POST", headers: { "X-Form-Token": root.dataset.token }, body: file });
        at("history-links").hidden = !response.ok;
        at("history-outcome").textContent = response.ok ? view.say("history.done", { file: file.name }) : response.status === 422 ? await response.text() : view.say("history.failed");
        [look.channel, look.as, look.message, version] = ["", "", null, ""];
    };
    at("history").addEventListener("change", () => { if (at("history").files.length > 0) { takeHistory(at("history").files[0]); } });
    addEventListener("dragover", event => { event.preventDefault(); root.classList.add("dropping"); });
    addEventListener("dragleave", event => { if (event.relatedTarget === null) { root.classList.remove("dropping"); } });
    addEventListener("drop", event => {
        event.preventDefault();
        root.classList.remove("dropping");
        if (event.dataTransfer.files.length > 0) { takeHistory(event.dataTransfer.files[0]); }
    });

    const tick = async () => {
        if (isBusy || document.hidden) { return; }
        isBusy = true;
        try { await refresh(version === ""); }
        catch { say(view.say("silent")); }
        finally { isBusy = false; }
    };
    setInterval(tick, 700);
    tick();
})();
