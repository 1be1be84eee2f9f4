const Handlebars = require("handlebars");
const nunjucks = require("nunjucks");
const swig = require("swig");

// ruleid: javascript.injection.escape-off
swig.setDefaults({ cache: false, autoescape: false });

// ruleid: javascript.injection.escape-off
nunjucks.configure("views", { autoescape: false, express: app });

function page(source) {
  // ruleid: javascript.injection.escape-off
  return Handlebars.compile(source, { noEscape: true });
}

class NoteView {
  show(note) {
    // ruleid: javascript.injection.escape-off
    this.html = this.sanitizer.bypassSecurityTrustHtml(note.text);
  }

  showClean(note) {
    // ok: javascript.injection.escape-off
    this.html = this.sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(note.text));
  }
}

// ok: javascript.injection.escape-off
nunjucks.configure("views", { autoescape: true, express: app });

function safePage(source) {
  // ok: javascript.injection.escape-off
  return Handlebars.compile(source, { strict: true });
}

// ok: javascript.injection.escape-off
swig.setDefaults({ cache: "memory" });
