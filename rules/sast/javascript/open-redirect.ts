@Controller("pages")
export class Pages {
  @Get("goto")
  @Redirect()
  async leave(@Query("url") url: string) {
    // ruleid: javascript.injection.open-redirect
    return { url };
  }

  @Get("home")
  @Redirect()
  async home() {
    // ok: javascript.injection.open-redirect
    return { url: "/home" };
  }

  @Get("about")
  async about(@Query("url") url: string) {
    // ok: javascript.injection.open-redirect
    return { url };
  }
}
