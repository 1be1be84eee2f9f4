import axios from "axios";
import express, { Request, Response } from "express";
import { isPartner } from "./partners";

const app = express();

app.get("/preview", async (req: Request, res: Response) => {
  // ruleid: javascript.injection.ssrf-request
  const page = await axios.get(req.query.url as string);
  res.send(page.data);
});

app.post("/hook", async (req: Request, res: Response) => {
  const target = req.body.target;
  // ruleid: javascript.injection.ssrf-request
  const answer = await fetch(target, { method: "POST" });
  res.json({ status: answer.status });
});

app.post("/avatar", async (req: Request, res: Response) => {
  const { address } = req.body;
  // ruleid: javascript.injection.ssrf-request
  const image = await axios({ method: "get", url: address, responseType: "stream" });
  image.data.pipe(res);
});

app.get("/stock", async (req: Request, res: Response) => {
  // ok: javascript.injection.ssrf-request
  const stock = await axios.get("https://stock.example.com/v1", { params: { sku: req.query.sku } });
  res.json(stock.data);
});

app.post("/checked", async (req: Request, res: Response) => {
  const target = req.body.target;
  if (!isPartner(target)) {
    res.sendStatus(400);
    return;
  }
  // ok: javascript.injection.ssrf-request
  const answer = await fetch(target);
  res.json({ status: answer.status });
});

app.get("/health", async (req: Request, res: Response) => {
  // ok: javascript.injection.ssrf-request
  const answer = await fetch("https://status.example.com/health");
  res.sendStatus(answer.status);
});

app.post("/relay", async (req: Request, res: Response) => {
  // ok: javascript.injection.ssrf-request
  const options = { method: "POST", url: "https://relay.example.com/v1", data: req.body };
  // ok: javascript.injection.ssrf-request
  const answer = await axios(options);
  res.sendStatus(answer.status);
});

app.post("/forward", async (req: Request, res: Response) => {
  // ruleid: javascript.injection.ssrf-request
  const options = { method: "POST", url: req.body.target };
  const answer = await axios(options);
  res.sendStatus(answer.status);
});

app.get("/stream", (req: Request, res: Response) => {
  // ok: javascript.injection.ssrf-request
  request.get({ url: "https://stream.example.com/v1", headers: req.headers }).pipe(res);
});

app.get("/through", (req: Request, res: Response) => {
  // ruleid: javascript.injection.ssrf-request
  request.get({ headers: {}, url: req.query.url }).pipe(res);
});

app.get("/list", (req: Request, res: Response) => {
  // ok: javascript.injection.ssrf-request
  const page = { title: "List", url: req.query.page };
  res.render("list", page);
});

app.get("/picture", (req: Request, res: Response) => {
  const address = decodeURIComponent(req.query.address);
  const name = urls.parse(address).hostname;
  if (PICTURE_HOSTS.indexOf(name) === -1) {
    return res.send("not one of ours");
  }
  // ok: javascript.injection.ssrf-request
  request.get({ url: address }).pipe(res);
});

app.get("/anything", (req: Request, res: Response) => {
  const address = String(req.query.address);
  if (!address.startsWith("http")) {
    return res.send("no address");
  }
  // ruleid: javascript.injection.ssrf-request
  request.get({ url: address }).pipe(res);
});

export async function check(state: State, form: FormData) {
  // ruleid: javascript.injection.ssrf-request
  await fetch(form.get("address") as string);
}

export default async function Page({ searchParams }: PageProps) {
  const { address } = await searchParams;
  // ruleid: javascript.injection.ssrf-request
  return await fetch(address);
}

app.get("/issues", async (req: Request, res: Response) => {
  // ok: javascript.injection.ssrf-request
  res.json(await axios.get(`${ISSUES_URL}${req.query.name}`));
});

app.get("/guarded", async (req: Request, res: Response) => {
  // ok: javascript.injection.ssrf-request
  res.json(await axios.get(await validateUrl(req.query.url)));
});

@Controller("pages")
export class Pages {
  constructor(private readonly httpService: HttpService) {}

  @Get("preview")
  preview(@Query("address") address: string) {
    // ruleid: javascript.injection.ssrf-request
    return this.httpService.get(address);
  }

  @Get("stock")
  stock(@Query("name") name: string) {
    // ok: javascript.injection.ssrf-request
    return this.httpService.get("https://stock.example.com/", { params: { name } });
  }
}
