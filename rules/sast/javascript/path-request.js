const fs = require("fs");
const path = require("path");
const express = require("express");
const app = express();

const folder = "/srv/shop/invoices";
const reports = new Set(["week.csv", "month.csv"]);

app.get("/invoice", (req, res) => {
  // ruleid: javascript.injection.path-request
  res.sendFile(path.join(folder, req.query.file));
});

app.get("/note/:name", (req, res) => {
  const name = req.params.name;
  // ruleid: javascript.injection.path-request
  fs.readFile(`/srv/shop/notes/${name}`, "utf8", (error, text) => res.send(error ? "" : text));
});

app.post("/note", (req, res) => {
  const { title } = req.body;
  // ruleid: javascript.injection.path-request
  fs.writeFileSync(folder + title, req.body.text);
  res.end();
});

app.get("/safe/invoice", (req, res) => {
  // ok: javascript.injection.path-request
  res.sendFile(req.query.file, { root: folder });
});

app.get("/safe/note/:name", (req, res) => {
  // ok: javascript.injection.path-request
  fs.readFile(path.join(folder, path.basename(req.params.name)), "utf8", (error, text) => res.send(error ? "" : text));
});

app.get("/report", (req, res) => {
  const name = req.query.name;
  if (!reports.has(name)) {
    return res.sendStatus(404);
  }
  // ok: javascript.injection.path-request
  res.download(path.join(folder, name));
});

app.get("/mirror", (req, res) => {
  // ok: javascript.injection.path-request
  bucket.download(req.query.name);
  // ruleid: javascript.injection.path-request
  res.status(200).download(req.query.name);
});

app.get("/terms", (req, res) => {
  // ok: javascript.injection.path-request
  res.sendFile("/srv/shop/terms.pdf");
});

app.get("/logo/:shop", async (req, res) => {
  const shop = await shops.findBySlug(req.params.shop);
  // ok: javascript.injection.path-request
  res.sendFile(path.join(folder, shop.logo));
});

app.get("/page/:key", (req, res) => {
  const page = pages[req.params.key];
  // ok: javascript.injection.path-request
  res.sendFile(path.join(folder, page));
});

app.get("/safe/title", (req, res) => {
  const name = req.query.title.replace(/[^a-z0-9_-]+/gi, "_");
  // ok: javascript.injection.path-request
  res.sendFile(path.join(folder, name));
});

app.get("/inside", (req, res) => {
  const file = path.resolve(folder, req.query.name);
  if (!file.startsWith(folder + path.sep)) {
    return res.sendStatus(404);
  }
  // ok: javascript.injection.path-request
  res.sendFile(file);
});

app.post("/album", async (req, res) => {
  const album = await db.albums.create({ title: req.body.title });
  // ok: javascript.injection.path-request
  fs.mkdirSync(path.join(folder, `${album.id}`));
  // ruleid: javascript.injection.path-request
  fs.mkdirSync(path.join(folder, `${album.title}`));
  res.end();
});

app.get("/cover/:album", async (req, res) => {
  const album = await albums.getAlbum(req.params.album);
  // ok: javascript.injection.path-request
  res.sendFile(path.join(folder, album.cover));
});

app.get("/backup/:name", async (req, res) => {
  // ok: javascript.injection.path-request
  fs.unlinkSync(`${folder}/backup-${req.params.name}.db`);
  res.end();
});

app.get("/backup/joined/:name", async (req, res) => {
  // ruleid: javascript.injection.path-request
  fs.unlinkSync(path.join(folder, `old/backup-${req.params.name}.db`));
  res.end();
});

app.get("/backup/alone/:name", async (req, res) => {
  // ruleid: javascript.injection.path-request
  fs.unlinkSync(`${folder}/${req.params.name}.db`);
  res.end();
});

app.get("/shelf/:id", async (req, res) => {
  const cover = await shelves.getCoverPath(req.params.id);
  // ok: javascript.injection.path-request
  res.sendFile(cover);
});

app.get("/own", (req, res) => {
  // ok: javascript.injection.path-request
  res.sendFile(path.join(folder, names.sanitizeFileName(req.query.file)));
});

wss.on("connection", (socket) => {
  socket.on("message", (message) => {
    // ruleid: javascript.injection.path-request
    socket.send(fs.readFileSync(message));
  });
});

const query = {
  Query: {
    text: async (parent, args) => {
      // ruleid: javascript.injection.path-request
      return fs.readFileSync(args.name);
    },
  },
};

server.route({
  handler: (request, h) => {
    // ruleid: javascript.injection.path-request
    return fs.readFileSync(request.payload.name);
  },
});

app.get("/shelves/:shelf/:file", (req, res) => {
  const file = req.params.file;
  if (!shelf || !files.known().includes(`${req.params.shelf}/${file}`)) {
    return res.status(404).end();
  }
  // ok: javascript.injection.path-request
  res.sendFile(path.join(folder, file));
});
