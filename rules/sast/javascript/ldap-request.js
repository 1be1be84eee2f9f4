app.get("/person", (req, res) => {
  const filter = `(uid=${req.query.user})`;
  // ruleid: javascript.injection.ldap-request
  client.search("ou=people,dc=example,dc=com", { filter: filter, scope: "sub" }, (error, found) => res.json(found));
});

app.post("/login", (req, res) => {
  // ruleid: javascript.injection.ldap-request
  ldapClient.bind("uid=" + req.body.user + ",dc=example,dc=com", req.body.password, (error) => res.json(!error));
});

app.get("/filter", (req, res) => {
  // ruleid: javascript.injection.ldap-request
  res.json(ldap.parseFilter("(member=" + req.query.name + ")"));
});

app.get("/safe", (req, res) => {
  // ok: javascript.injection.ldap-request
  client.search("ou=people,dc=example,dc=com", { filter: `(uid=${escapeFilter(req.query.user)})` }, done);
  // ok: javascript.injection.ldap-request
  client.search("ou=people,dc=example,dc=com", { filter: `(uidNumber=${Number(req.query.number)})` }, done);
  // ok: javascript.injection.ldap-request
  client.search("ou=groups,dc=example,dc=com", { filter: "(objectClass=group)" }, done);
});
