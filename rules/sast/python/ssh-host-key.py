import asyncssh
import paramiko
from paramiko import AutoAddPolicy


def deploy(host):
    client = paramiko.SSHClient()
    # ruleid: python.crypto.ssh-host-key
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect(host)


def backup(host):
    client = paramiko.SSHClient()
    # ruleid: python.crypto.ssh-host-key
    client.set_missing_host_key_policy(AutoAddPolicy)
    client.connect(host)


async def restart(host):
    # ruleid: python.crypto.ssh-host-key
    async with asyncssh.connect(host, known_hosts=None) as connection:
        await connection.run("systemctl restart shop")


def safe_deploy(host):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    # ok: python.crypto.ssh-host-key
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    client.connect(host)


def safe_backup(host):
    client = paramiko.SSHClient()
    # ok: python.crypto.ssh-host-key
    client.load_host_keys("/etc/shop/known_hosts")
    client.connect(host)


async def safe_restart(host):
    # ok: python.crypto.ssh-host-key
    async with asyncssh.connect(host, known_hosts="/etc/shop/known_hosts") as connection:
        await connection.run("systemctl restart shop")
