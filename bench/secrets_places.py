#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks in how many of the places where people put secrets the scanner finds one.

Files of the kinds that repositories hold are written to a temporary folder with secrets drawn anew for each seed, and scanned.
In the lines below "{p}" stands for a strong password, "{w}" for one a person makes of words, "{l}" for twelve lower-case
letters and digits, "{t}" for a token, "{h}" and "{H}" for 64 hexadecimal digits, "{b}" and "{B64}" for 32 and 64 bytes in
base64 and "{u}" for a UUID; "{user:p}" is a user with it in base64, "{base64:p}" the secret in base64.

Example: secrets_places.py build/release/codelake 6
"""

import base64
import collections
import json
import pathlib
import random
import re
import string
import subprocess
import sys
import tempfile

from secrets_notations import NOTATIONS

WORDS = "harbor lantern copper meadow falcon timber orchid velvet glacier pepper saddle anchor".split()
HEX = "0123456789abcdef"
ALNUM = string.ascii_letters + string.digits

PLACES = [
    ("docker-compose.yml", ["services:",
     "  db:",
     "    image: postgres:16",
     "    environment:",
     "      POSTGRES_USER: shop",
     "      POSTGRES_PASSWORD: {p}",
     "  cache:",
     "    image: redis:7",
     "    command: redis-server --requirepass {p} --appendonly yes",
     "  app:",
     "    environment:",
     "      - DATABASE_URL=postgres://shop:{l}@db:5432/shop",
     "      - SECRET_KEY_BASE={h}",
     "      - MYSQL_ROOT_PASSWORD={w}",
     "      - SMTP_PASS={l}"]),
    (".env", ["APP_ENV=production",
     "APP_KEY=base64:{b}",
     "DB_PASSWORD={w}",
     "REDIS_PASSWORD=\"{p}\"",
     "JWT_SECRET='{t}'",
     "MAIL_PASSWORD={l}",
     "SESSION_SECRET={h}",
     "ADMIN_PW={p}",
     "ENCRYPTION_KEY={h}",
     "API_TOKEN={u}"]),
    ("wp-config.php", ["<?php",
     "define( 'DB_NAME', 'shop' );",
     "define( 'DB_PASSWORD', '{p}' );",
     "define('AUTH_KEY',         '{t}');",
     "define('LOGGED_IN_SALT',   '{t}');",
     "$table_prefix = 'wp_';"]),
    ("src/main/resources/application.yml", ["spring:",
     "  datasource:",
     "    url: jdbc:mysql://db:3306/shop",
     "    username: shop",
     "    password: {w}",
     "  mail:",
     "    password: \"{p}\"",
     "  security:",
     "    user:",
     "      password: {l}",
     "jwt:",
     "  secret: {t}"]),
    ("bootstrap.properties", ["spring.cloud.config.password={p}",
     "eureka.client.serviceUrl.defaultZone=http://eureka:{l}@registry.internal:8761/eureka/",
     "encrypt.key={t}",
     "spring.datasource.password={w}"]),
    ("shop/settings.py", ["SECRET_KEY = 'django-insecure-{t}'",
     "DATABASES = {{",
     "  'default': {{",
     "    'ENGINE': 'django.db.backends.mysql',",
     "    'USER': 'shop',",
     "    'PASSWORD': '{w}',",
     "  }}",
     "}}",
     "EMAIL_HOST_PASSWORD = '{l}'",
     "AWS_SECRET_ACCESS_KEY = '{t}abcdEF12'"]),
    ("appsettings.json", ["{{",
     "  \"ConnectionStrings\": {{",
     "    \"Default\": \"Server=db;Database=shop;User Id=sa;Password={p};TrustServerCertificate=True\",",
     "    \"Pg\": \"Host=db;Username=shop;Password={w}\"",
     "  }},",
     "  \"Jwt\": {{ \"Key\": \"{t}\" }},",
     "  \"Smtp\": {{ \"Password\": \"{l}\" }}",
     "}}"]),
    (".npmrc", ["registry=https://npm.internal.example.com/",
     "//npm.internal.example.com/:_authToken={u}",
     "//old.example.com/:_password=\"{base64:p}\"",
     "//b.example.com/:_auth={user:p}"]),
    (".netrc", ["machine git.internal login deploy password {p}",
     "machine api.internal",
     "  login shop",
     "  password {w}"]),
    (".pgpass", ["db.internal:5432:shop:shop:{p}",
     "*:*:*:backup:{l}"]),
    ("kubeconfig", ["apiVersion: v1",
     "kind: Config",
     "users:",
     "- name: admin",
     "  user:",
     "    token: {t}",
     "- name: basic",
     "  user:",
     "    username: admin",
     "    password: {w}"]),
    (".docker/config.json", ["{{",
     "  \"auths\": {{",
     "    \"registry.internal\": {{ \"auth\": \"{user:p}\" }},",
     "    \"r2.internal\": {{ \"username\": \"ci\", \"password\": \"{l}\" }}",
     "  }}",
     "}}"]),
    ("terraform.tfvars", ["db_password = \"{p}\"",
     "admin_password=\"{w}\"",
     "github_token    = \"{t}\"",
     "client_secret = \"{u}\""]),
    ("main.tf", ["resource \"aws_db_instance\" \"db\" {{",
     "  username = \"shop\"",
     "  password = \"{w}\"",
     "}}",
     "variable \"db_password\" {{",
     "  type    = string",
     "  default = \"{p}\"",
     "}}",
     "provider \"vault\" {{",
     "  token = \"{t}\"",
     "}}"]),
    ("group_vars/all.yml", ["ansible_become_pass: {p}",
     "ansible_ssh_pass: '{w}'",
     "mysql_root_password: \"{l}\"",
     "grafana_admin_password: {p}",
     "vault_api_key: {t}",
     "users:",
     "  - {{ name: deploy, password: {p} }}"]),
    ("hosts.ini", ["[web]",
     "web1 ansible_host=192.0.2.4 ansible_user=root ansible_password={p}",
     "web2 ansible_ssh_pass={l} ansible_become_password='{w}'"]),
    ("Jenkinsfile", ["pipeline {{",
     "  environment {{",
     "    DEPLOY_PASSWORD = '{p}'",
     "    NEXUS_TOKEN = \"{t}\"",
     "  }}",
     "  stages {{ stage('x') {{ steps {{",
     "    sh 'curl -u admin:{l} https://nexus.internal/upload'",
     "    sh \"docker login -u ci -p {p} registry.internal\"",
     "  }} }} }}",
     "}}"]),
    (".github/workflows/ci.yml", ["env:",
     "  DB_PASSWORD: {p}",
     "jobs:",
     "  t:",
     "    services:",
     "      mysql:",
     "        env:",
     "          MYSQL_ROOT_PASSWORD: {w}",
     "    steps:",
     "      - run: mysql -uroot -p{l} shop < dump.sql",
     "      - run: |",
     "          curl -H \"Authorization: Bearer {t}\" https://api.internal",
     "      - with:",
     "          api-key: {h}"]),
    (".bash_history", ["cd /srv",
     "mysql -u root -p{p} shop",
     "mysqldump --password={l} shop > d.sql",
     "sshpass -p '{p}' ssh root@192.0.2.1",
     "export API_KEY={t}",
     "curl -u deploy:{l} https://api.internal/x",
     "curl -H 'Authorization: Basic {user:p}' https://api.internal",
     "PGPASSWORD={l} psql -h db shop",
     "redis-cli -a {l} ping",
     "smbclient //srv/share -U user%{p}",
     "mongo -u root -p {p} --authenticationDatabase admin",
     "echo \"{p}\" | sudo -S apt update",
     "htpasswd -b .htpasswd admin {p}",
     "ldapsearch -D cn=admin -w {l}",
     "aws configure set aws_secret_access_key {t}abcd1234",
     "git clone https://deploy:{l}@git.internal/x.git",
     "wget --user=ci --password={p} https://x.internal",
     "ssh-keygen -N '{p}' -f key",
     "openssl enc -aes-256-cbc -k {p} -in a -out b",
     "net use z: \\\\srv\\share /user:dom\\joe {p}",
     "curl -H 'X-Api-Key: {t}' https://api.internal",
     "curl -H 'PRIVATE-TOKEN: {t}' https://git.internal"]),
    ("Dockerfile", ["FROM alpine:3",
     "ENV DB_PASSWORD={p}",
     "ENV API_TOKEN {t}",
     "ARG NPM_TOKEN={u}",
     "ARG ADMIN_PASSWORD=\"{w}\"",
     "ENV A=1 MYSQL_PASSWORD={l} B=2",
     "RUN echo 'root:{p}' | chpasswd"]),
    ("config/database.yml", ["production:",
     "  adapter: mysql2",
     "  username: shop",
     "  password: {w}",
     "  url: mysql2://shop:{l}@db/shop"]),
    ("config/secrets.yml", ["production:",
     "  secret_key_base: {h}{h}",
     "  stripe_like_secret: {t}"]),
    ("config/initializers/devise.rb", ["Devise.setup do |config|",
     "  config.secret_key = '{h}{h}'",
     "  config.omniauth :github, 'id1234', '{h}'",
     "  config.pepper = '{h}'",
     "end"]),
    ("config.php", ["<?php",
     "$config['db_pass'] = '{p}';",
     "$cfg['blowfish_secret'] = '{t}';",
     "return ['password' => '{w}', 'key' => '{t}'];",
     "$db = new PDO('mysql:host=db;dbname=shop', 'shop', '{p}');",
     "$link = mysqli_connect(\"db\", \"shop\", \"{p}\", \"shop\");"]),
    ("app.properties", ["db.password={p}",
     "admin.pwd = {w}",
     "jdbc.url=jdbc:sqlserver://db:1433;databaseName=shop;user=sa;password={l};",
     "oracle=jdbc:oracle:thin:shop/{l}@//db:1521/x",
     "keystore.password={l}",
     "jdbc2=jdbc:postgresql://db/shop?user=shop&password={l}",
     "security.oauth2.client.client-secret={t}"]),
    ("main.go", ["package main",
     "var cfg = Config{{",
     "\tUser: \"shop\",",
     "\tPassword: \"{p}\",",
     "\tAPIKey: \"{t}\",",
     "\tSecret: []byte(\"{t}\"),",
     "}}",
     "const dsn = \"shop:{l}@tcp(db:3306)/shop\"",
     "const jwtKey = \"{h}\"",
     "func f() {{ req.SetBasicAuth(\"admin\", \"{p}\") }}"]),
    ("Db.cs", ["var cs = \"Data Source=db;Initial Catalog=shop;User ID=sa;Password={p}\";",
     "var cs2 = \"Server=db;Uid=shop;Pwd={w};\";",
     "private const string ApiKey = \"{t}\";",
     "var c = new NetworkCredential(\"joe\", \"{p}\");",
     "var s = new SecureString(\"{p}\");"]),
    ("deploy.ps1", ["$pw = ConvertTo-SecureString '{p}' -AsPlainText -Force",
     "$pass = \"{w}\"",
     "$cred = New-Object PSCredential('joe', (ConvertTo-SecureString -String \"{p}\" -AsPlainText -Force))",
     "net user joe {p} /add",
     "$env:API_KEY = '{t}'",
     "$token=\"{h}\""]),
    ("web.config", ["<configuration>",
     " <connectionStrings><add name=\"x\" connectionString=\"Server=db;User=sa;Password={p}\" /></connectionStrings>",
     " <appSettings><add key=\"ApiKey\" value=\"{t}\" /><add key=\"SmtpPassword\" value=\"{w}\"/></appSettings>",
     " <machineKey validationKey=\"{H}{H}\" decryptionKey=\"{H}\" />",
     "</configuration>"]),
    ("settings.xml", ["<settings><servers><server><id>x</id><username>ci</username><password>{p}</password></server></servers></settings>"]),
    ("context.xml", ["<Context><Resource name=\"jdbc/x\" username=\"shop\" password=\"{w}\" url=\"jdbc:mysql://db/shop\"/></Context>"]),
    ("tomcat-users.xml", ["<tomcat-users><user username=\"admin\" password=\"{p}\" roles=\"manager-gui\"/></tomcat-users>"]),
    ("hibernate.cfg.xml", ["<property name=\"hibernate.connection.password\">{p}</property>",
     "<property name=\"connection.password\" value=\"{w}\"/>"]),
    ("redis.conf", ["port 6379",
     "requirepass {p}",
     "masterauth {l}"]),
    ("grafana.ini", ["[security]",
     "admin_user = admin",
     "admin_password = {w}",
     "secret_key = {t}",
     "[smtp]",
     "password = \"\"\"{p}\"\"\""]),
    ("my.cnf", ["[client]",
     "user=root",
     "password={p}"]),
    (".git-credentials", ["https://deploy:{l}@git.internal"]),
    ("remote.config", ["[remote \"o\"]",
     "\turl = https://oauth2:{t}@git.internal/x.git"]),
    ("pip.conf", ["[global]",
     "index-url = https://ci:{l}@pypi.internal/simple"]),
    (".pypirc", ["[pypi]",
     "username = joe",
     "password = {p}"]),
    ("nuget.config", ["<packageSourceCredentials><x><add key=\"Username\" value=\"ci\" /><add key=\"ClearTextPassword\" value=\"{p}\" /></x></packageSourceCredentials>"]),
    ("gradle.properties", ["signing.password={p}",
     "nexusPassword={w}",
     "RELEASE_STORE_PASSWORD={l}"]),
    ("app/build.gradle", ["signingConfigs {{ release {{",
     " storePassword \"{p}\"",
     " keyPassword '{w}'",
     "}} }}"]),
    ("k8s.yaml", ["apiVersion: v1",
     "kind: Secret",
     "metadata:",
     "  name: x",
     "data:",
     "  password: {base64:p}",
     "  other: {base64:w}",
     "stringData:",
     "  token: {t}"]),
    ("values.yaml", ["auth:",
     "  rootPassword: {w}",
     "  password: \"{p}\"",
     "secretKey: {t}",
     "adminPassword: {l}"]),
    ("init.sql", ["CREATE USER 'shop'@'%' IDENTIFIED BY '{p}';",
     "ALTER USER shop WITH PASSWORD '{w}';",
     "GRANT ALL ON *.* TO 'a'@'%' IDENTIFIED BY '{l}';",
     "CREATE LOGIN joe WITH PASSWORD = '{p}';",
     "SET PASSWORD FOR 'root'@'localhost' = PASSWORD('{p}');",
     "INSERT INTO users (name, password) VALUES ('joe', '{p}');"]),
    ("client.py", ["requests.get(u, auth=('admin', '{p}'))",
     "conn = psycopg2.connect(host='db', user='shop', password='{w}')",
     "headers = {{'Authorization': 'Bearer {t}'}}",
     "h2 = {{\"X-API-Key\": \"{h}\"}}",
     "os.environ['API_SECRET'] = '{t}'",
     "client = MongoClient('mongodb://root:{l}@db:27017')",
     "ssh.connect('h', username='root', password='{p}')",
     "DB_PASS = os.getenv('DB_PASS', '{p}')",
     "server.login('joe@example.com', '{p}')"]),
    ("app.js", ["const db = mysql.createConnection({{ host: 'db', user: 'shop', password: '{w}' }});",
     "module.exports = {{ secret: '{t}', jwtSecret: \"{l}\" }};",
     "axios.get(u, {{ headers: {{ Authorization: 'Bearer {t}' }}, auth: {{ username: 'a', password: '{p}' }} }});",
     "app.use(session({{ secret: '{p}' }}));",
     "jwt.sign(payload, '{t}');",
     "const k = process.env.KEY || '{t}';",
     "mongoose.connect('mongodb+srv://shop:{l}@cluster0.internal/shop');"]),
    ("Main.java", ["Connection c = DriverManager.getConnection(\"jdbc:mysql://db/shop\", \"shop\", \"{p}\");",
     "private static final String PASSWORD = \"{w}\";",
     "props.setProperty(\"mail.smtp.password\", \"{p}\");",
     "props.put(\"password\", \"{l}\");",
     "String secretKey = \"{t}\";",
     "return new PasswordAuthentication(\"joe\", \"{p}\");",
     "ds.setPassword(\"{w}\");",
     "SecretKeySpec k = new SecretKeySpec(\"{t}\".getBytes(), \"AES\");"]),
    ("main.rs", ["let password = \"{p}\";",
     "const API_KEY: &str = \"{t}\";",
     "let pool = connect(\"postgres://shop:{l}@db/shop\");"]),
    ("app.kt", ["val password = \"{w}\"",
     "const val API_KEY = \"{t}\"",
     "buildConfigField(\"String\", \"API_KEY\", \"\\\"{t}\\\"\")",
     "buildConfigField \"String\", \"CLIENT_SECRET\", '\"{t}\"'"]),
    ("App.swift", ["let apiKey = \"{t}\"",
     "let password: String = \"{p}\""]),
    ("Info.plist", ["<key>ApiKey</key>",
     "<string>{t}</string>",
     "<key>Password</key>",
     "<string>{p}</string>"]),
    ("res/values/strings.xml", ["<resources><string name=\"api_key\">{t}</string><string name=\"client_secret\">{t}</string></resources>"]),
    ("wg0.conf", ["[Interface]",
     "PrivateKey = {b}"]),
    ("wpa_supplicant.conf", ["network={{",
     " ssid=\"x\"",
     " psk=\"{p}\"",
     "}}"]),
    ("ci.gitlab-ci.yml", ["variables:",
     "  DB_PASSWORD: \"{p}\"",
     "  DEPLOY_TOKEN: {t}",
     "script:",
     "  - docker login -u ci --password {l} r.internal"]),
    ("notes.md", ["The admin password is `{p}`.",
     "",
     "Password: {p}",
     "",
     "token: `{t}`",
     "",
     "User: admin / {p}"]),
    ("app.log", ["2024-01-01 INFO connecting with password={l} to db",
     "2024-01-01 DEBUG headers: Authorization: Bearer {t}",
     "2024 url=https://api.internal/x?access_token={t}&a=1",
     "2024 Set-Cookie: sessionid={l}"]),
    ("filebeat.yml", ["output.elasticsearch:",
     "  username: \"elastic\"",
     "  password: \"{w}\"",
     "  api_key: \"id123:{t}\""]),
    ("prometheus.yml", ["scrape_configs:",
     " - basic_auth:",
     "     username: a",
     "     password: {p}",
     " - bearer_token: {t}"]),
    ("haproxy.cfg", ["userlist u",
     "  user admin insecure-password {p}",
     " stats auth admin:{l}"]),
    ("nginx.conf", ["proxy_set_header Authorization \"Basic {user:p}\";",
     "proxy_set_header X-Api-Key \"{t}\";"]),
    ("odbc.ini", ["[x]",
     "Driver=pg",
     "UID=shop",
     "PWD={p}"]),
    ("ldap.toml", ["bind_dn = \"cn=admin\"",
     "bind_password = '{p}'",
     "[db]",
     "dsn = \"user=shop password={l} host=db sslmode=disable\""]),
    ("vault.hcl", ["token = \"{t}\"",
     "seal {{ password = \"{w}\" }}"]),
    ("sa.json", ["{{\"user\": \"joe\", \"pass\": \"{p}\", \"apiKey\": \"{t}\", \"passwd\": \"{w}\"}}"]),
    ("elixir.exs", ["config :shop, Repo, username: \"shop\", password: \"{w}\"",
     "config :shop, Endpoint, secret_key_base: \"{t}{t}\""]),
    ("run.bat", ["set DB_PASSWORD={p}",
     "SET \"API_KEY={t}\"",
     "sqlcmd -S db -U sa -P {p}"]),
    ("Vagrantfile", ["config.ssh.password = \"{p}\"",
     "node.vm.provision 'shell', env: {{ 'DB_PASS' => '{w}' }}"]),
    ("smb.cred", ["username=joe",
     "password={p}",
     "domain=x"]),
    ("supervisord.conf", ["[inet_http_server]",
     "username = a",
     "password = {p}",
     "environment=SECRET_KEY=\"{t}\",DB_PASSWORD=\"{l}\""]),
    ("systemd.service", ["[Service]",
     "Environment=\"DB_PASSWORD={p}\"",
     "Environment=API_TOKEN={t}"]),
    ("crontab", ["0 1 * * * mysqldump -u root -p'{p}' shop > /b.sql",
     "0 2 * * * curl https://u:{l}@x.internal/ping"]),
    ("rclone.conf", ["[s3]",
     "secret_access_key = {t}abCD12ef",
     "pass = {t}"]),
    ("kafka.properties", ["sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" password=\"{p}\";",
     "ssl.keystore.password={l}"]),
    ("rabbit.config", ["[{{rabbit, [{{default_user, <<\"a\">>}}, {{default_pass, <<\"{p}\">>}}]}}]."]),
    ("dump.json", ["{{\"name\": \"DB_PASSWORD\", \"value\": \"{p}\"}}",
     "{{\"Key\":\"ApiToken\",\"Value\":\"{t}\"}}"]),
    ("deployment.yaml", ["env:",
     "- name: DB_PASSWORD",
     "  value: {p}",
     "- name: API_TOKEN",
     "  value: \"{t}\""]),
    ("azure.yml", ["env:",
     "  CONN: DefaultEndpointsProtocol=https;AccountName=x;AccountKey={B64}"]),
    ("cloud-init.yaml", ["chpasswd:",
     "  list: |",
     "    root:{p}",
     "users:",
     "  - name: a",
     "    plain_text_passwd: '{w}'"]),
]


def some(source, alphabet, count):
    return "".join(source.choice(alphabet) for _ in range(count))


def in_base64(source, count):
    return base64.b64encode(bytes(source.randrange(256) for _ in range(count))).decode()


def strong(source):
    kinds = ((string.ascii_lowercase, 5), (string.ascii_uppercase, 4), (string.digits, 3), ("!#%+-_.^~", 2))
    letters = list("".join(some(source, alphabet, count) for alphabet, count in kinds))
    source.shuffle(letters)
    return source.choice(string.ascii_lowercase) + "".join(letters)


DRAWN = {
    "p": strong,
    "w": lambda s: s.choice(WORDS).capitalize() + s.choice(WORDS) + some(s, string.digits, 2) + s.choice("!#"),
    "l": lambda s: some(s, string.ascii_lowercase + string.digits, 12),
    "t": lambda s: some(s, ALNUM, 32),
    "h": lambda s: some(s, HEX, 64),
    "H": lambda s: some(s, HEX, 64).upper(),
    "b": lambda s: in_base64(s, 32),
    "B64": lambda s: in_base64(s, 64),
    "u": lambda s: "-".join([some(s, HEX, 8), some(s, HEX, 4), "4" + some(s, HEX, 3), "a" + some(s, HEX, 3), some(s, HEX, 12)]),
}


def write_file(folder, name, lines, source):
    """Writes it, and gives what is to be found: name, line, template, first and last byte of the secret in its line."""
    wanted, text = [], []
    for number, template in enumerate(lines, 1):
        line, at = "", 0
        for piece in re.finditer(r"\{\{|\}\}|\{(?:(user|base64):)?(\w+)\}", template):
            line, at = line + template[at:piece.start()], piece.end()
            if piece.group() in ("{{", "}}"):
                line += piece.group()[0]
                continue
            value = DRAWN[piece.group(2)](source)
            if piece.group(1):
                said = value if piece.group(1) == "base64" else "deploy:" + value
                value = base64.b64encode(said.encode()).decode()
            wanted.append((name, number, template, len(line) + 1, len(line) + len(value)))
            line += value
        text.append(line + template[at:])
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(text) + "\n")
    return wanted


def places_of(codelake, folder):
    report = folder.parent / "report.json"
    subprocess.run([codelake, "scan", str(folder), "--types", "secrets", "--no-store", "--no-cache", "--quiet",
                    "--no-progress", "--fail-on", "never", "-o", f"json={report}"], check=True, stdout=subprocess.DEVNULL)
    places = collections.defaultdict(list)
    for finding in json.loads(report.read_text())["findings"]:
        for place in finding["secret"]["places"]:
            begin, end = ((place[side]["line"], place[side]["column"]) for side in ("start", "end"))
            places[place["path"]].append((begin, end))
    return places


def main():
    codelake, seeds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 6
    asked, missed = collections.Counter(), collections.Counter()
    for seed in range(seeds):
        source = random.Random(seed * 7 + 1)
        with tempfile.TemporaryDirectory(prefix="places") as out:
            folder = pathlib.Path(out) / "files"
            wanted = [one for name, lines in PLACES + NOTATIONS for one in write_file(folder, name, lines, source)]
            places = places_of(codelake, folder)
        for name, number, template, first, last in wanted:
            asked[name, number, template] += 1
            if not any(begin <= (number, last) and end > (number, first) for begin, end in places[name]):
                missed[name, number, template] += 1
    for (name, number, template), count in sorted(missed.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count}/{asked[name, number, template]} missed  {name}:{number}  {template.strip()[:100]}")
    total = sum(asked.values())
    print(f"{len(PLACES + NOTATIONS)} files, {total // seeds} places, {seeds} seeds: {1 - sum(missed.values()) / total:.3f} found")


if __name__ == "__main__":
    main()
