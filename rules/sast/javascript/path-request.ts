import { readFile } from "fs/promises";
import * as files from "node:fs";
import express, { Request, Response } from "express";
import { readFile as readText } from "./texts";

const app = express();

app.get("/one", async (req: Request, res: Response) => {
  // ruleid: javascript.injection.path-request
  res.send(await readFile(req.query.name as string));
});

app.get("/two", (req: Request, res: Response) => {
  // ruleid: javascript.injection.path-request
  res.send(files.readFileSync(req.query.name as string));
});

app.get("/three", (req: Request, res: Response) => {
  const { writeFileSync } = require("fs");
  // ruleid: javascript.injection.path-request
  writeFileSync(req.query.name as string, "seen");
  res.end();
});

app.get("/safe/one", (req: Request, res: Response) => {
  // ok: javascript.injection.path-request
  res.send(readText(req.query.name as string));
});

app.get("/safe/two", (req: Request, res: Response) => {
  // ok: javascript.injection.path-request
  res.send(files.readFileSync("/srv/shop/price.txt") + String(req.query.name));
});
