// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/for_administrators.h"

#include "scanners/sast/flow/flow_scan.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::sast {
namespace {

// Whether the text HERE in a piece of code is for administrators.
bool closed(std::string_view language, const std::string& code) {
  const auto at = static_cast<std::uint32_t>(code.find("HERE"));
  const syntax::Tree tree = flow::language_of(language).parse(code, 1000);
  return is_for_administrators(FileView(tree), {at, at + 4, {}});
}

TEST(ForAdministrators, WhatADecoratorOrAnnotationSays) {
  EXPECT_TRUE(closed("python", "@app.route('/restore')\n@admin_required\ndef restore():\n    load(HERE)\n"));
  EXPECT_TRUE(closed("python", "@router.get('/restore', dependencies=[Depends(check_admin)])\ndef restore(HERE):\n    pass\n"));
  EXPECT_TRUE(closed("python", "@router.get('/restore')\ndef restore(HERE: str, user: User = Depends(get_admin_user)):\n    pass\n"));
  EXPECT_TRUE(closed("java", "class A { @PreAuthorize(\"hasRole('ADMIN')\") void f() { g(HERE); } }\n"));
  EXPECT_TRUE(closed("typescript", "class A { @UseGuards(AdminGuard) @Get() f() { g(HERE); } }\n"));
}

TEST(ForAdministrators, WhatABaseClassSays) {
  EXPECT_TRUE(closed("python", "class Backups(AdminController):\n    def restore(self):\n        load(HERE)\n"));
}

TEST(ForAdministrators, WhatAHandlerBeforeItSays) {
  EXPECT_TRUE(closed("javascript", "router.get('/restore', requireAdmin, (req, res) => { load(HERE); });\n"));
  EXPECT_TRUE(closed("javascript", "router.get('/restore', [login, role('admin')], (req, res) => { load(HERE); });\n"));
}

TEST(ForAdministrators, WhatIsBehindAConditionThatTurnsOthersAway) {
  EXPECT_TRUE(closed("python", "def f():\n    if not user.is_superuser:\n        abort(403)\n    load(HERE)\n"));
  EXPECT_TRUE(closed("javascript", "function f(req, res) {\n  if (!req.user.isAdmin) return res.sendStatus(403);\n  load(HERE);\n}\n"));
  EXPECT_TRUE(closed("javascript", "async function f(req) {\n  await requireAdmin(req);\n  load(HERE);\n}\n"));
  EXPECT_TRUE(closed("python", "def f():\n    if user.is_staff:\n        load(HERE)\n"));
}

TEST(ForAdministrators, WhatAClassPermits) {
  EXPECT_TRUE(closed("python", "class Backups(APIView):\n    permission_classes = [IsAdminUser]\n    def post(self, request):\n        load(HERE)\n"));
  EXPECT_FALSE(closed("python", "class Notes(APIView):\n    permission_classes = [IsAdminOrReadOnly]\n    def get(self, request):\n        load(HERE)\n"));
  EXPECT_FALSE(closed("python", "class Notes(APIView):\n    parser_classes = [AdminParser]\n    def get(self, request):\n        load(HERE)\n"));
}

TEST(ForAdministrators, RoutesBehindAGate) {
  EXPECT_TRUE(closed("javascript", "router.use(requireAdmin);\nrouter.get('/restore', (req, res) => { load(HERE); });\n"));
  EXPECT_TRUE(closed("javascript", "function add(router) {\n  router.use(auth.role('admin'));\n  router.get('/a', (req, res) => { load(HERE); });\n}\n"));
  EXPECT_FALSE(closed("javascript", "router.get('/restore', (req, res) => { load(HERE); });\nrouter.use(requireAdmin);\n"));
  EXPECT_FALSE(closed("javascript", "app.use('/admin', requireAdmin);\napp.get('/restore', (req, res) => { load(HERE); });\n"));
  EXPECT_FALSE(closed("javascript", "app.use(adminRoutes);\napp.get('/restore', (req, res) => { load(HERE); });\n"));
}

TEST(ForAdministrators, WhatOnlySuchCodeCalls) {
  const std::string load = "def load_of(name):\n    load(HERE)\n\n@admin_required\ndef restore():\n    load_of(name)\n\n";
  EXPECT_TRUE(closed("python", load));
  EXPECT_FALSE(closed("python", load + "def show():\n    load_of(name)\n"));
}

TEST(ForAdministrators, NotWhatOthersReachToo) {
  EXPECT_FALSE(closed("python", "@admin.route('/admin/restore')\ndef restore():\n    load(HERE)\n"));
  EXPECT_FALSE(closed("python", "def f():\n    if user.is_admin:\n        return all_of()\n    load(HERE)\n"));
  EXPECT_FALSE(closed("python", "def f():\n    if not user.is_admin:\n        load(HERE)\n"));
  EXPECT_FALSE(closed("python", "def f():\n    load(HERE)\n    if not user.is_admin:\n        abort(403)\n"));
  EXPECT_FALSE(closed("javascript", "router.get('/admin', login, (req, res) => { load(HERE); });\n"));
  EXPECT_FALSE(closed("javascript", "function f(user) {\n  noteAdmin(user);\n  load(HERE);\n}\n"));
}

}  // namespace
}  // namespace codelake::sast
