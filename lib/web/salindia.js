// Shows a deck's slides: each saved or copied as a PNG, all of them packed into one ZIP.

const WIDTH = 1920;
const HEIGHT = 1080;

let tools;

function picturing(address) {
    tools ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve(window.Gambar);
        script.onerror = () => {
            tools = undefined; // the next press tries again
            script.remove();
            reject(new Error(address));
        };
        document.head.append(script);
    });
    return tools;
}

function made(tag, given = {}, ...inside) {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...inside);
    return element;
}

function address(svg) {
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

class Gallery {
    constructor(place, dialog, data) {
        Object.assign(this, { place, dialog, data });
        this.notice = made("p", { className: "salindia-kabar" });
        this.notice.setAttribute("role", "status");
        const all = this.button(data.words.all, data.words.all, () => this.saveAll());
        const rows = data.slides.map((slide) => made("li", {}, this.figure(slide)));
        const list = made("ol", { className: "salindia-deret" }, ...rows);
        place.replaceChildren(all, this.notice, list);
        dialog.onclick = () => dialog.close();
    }

    tell(words) {
        this.notice.textContent = words;
    }

    // A button whose work runs once at a time, and that says where it fails.
    button(words, label, work) {
        const button = made("button", { type: "button", className: "salindia-tombol" }, words);
        button.setAttribute("aria-label", label);
        button.onclick = async () => {
            button.disabled = true;
            await work().catch(() => this.tell(this.data.words.failed));
            button.disabled = false;
        };
        return button;
    }

    figure(slide) {
        const { words } = this.data;
        const image = made("img", { src: address(slide.svg), alt: slide.alt, loading: "lazy" });
        const open = made("button", { type: "button", className: "salindia-buka" }, image);
        open.onclick = () => this.enlarge(slide);
        return made("figure", {},
            open,
            made("figcaption", {}, slide.caption),
            this.button(words.save, `${words.save}: ${slide.alt}`, () => this.save(slide)),
            this.button(words.copy, `${words.copy}: ${slide.alt}`, () => this.copy(slide)));
    }

    enlarge(slide) {
        this.dialog.setAttribute("aria-label", slide.alt);
        const image = made("img", { src: address(slide.svg), alt: slide.caption });
        this.dialog.replaceChildren(image);
        this.dialog.showModal();
    }

    async png(slide) {
        const Gambar = await picturing(this.data.script);
        return Gambar.png(slide.svg, WIDTH, HEIGHT);
    }

    async save(slide, words = this.data.words.kept) {
        const picture = await this.png(slide);
        window.Gambar.save(picture, slide.name);
        this.tell(words);
    }

    // Browsers open the clipboard to pages over https or on the machine itself, and to no other.
    async copy(slide) {
        const { words } = this.data;
        if (!window.isSecureContext || !navigator.clipboard?.write || !window.ClipboardItem) {
            await this.save(slide, words.saved);
            return;
        }
        await navigator.clipboard.write([new ClipboardItem({ "image/png": this.png(slide) })]);
        this.tell(words.copied);
    }

    async saveAll() {
        const { slides, words, archive, script } = this.data;
        const Gambar = await picturing(script);
        const files = [];
        for (const slide of slides) {
            this.tell(`${words.making} ${files.length + 1}/${slides.length}`);
            files.push({ name: slide.name, bytes: await Gambar.bytes(await this.png(slide)) });
        }
        Gambar.save(Gambar.zipped(files), archive);
        this.tell(words.packed);
    }
}

export default function ({ data, parentElement }) {
    const place = parentElement.querySelector(".salindia");
    const dialog = parentElement.querySelector(".salindia-besar");
    if (place.shown !== data.key) {
        place.shown = data.key;
        new Gallery(place, dialog, data);
    }
}
