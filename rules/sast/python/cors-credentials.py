from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask
from flask_cors import CORS, cross_origin

shop = Flask(__name__)
api = FastAPI()

# ruleid: python.auth.cors-credentials
CORS(shop, origins="*", supports_credentials=True)

# ruleid: python.auth.cors-credentials
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True, allow_methods=["*"])


@shop.route("/orders")
# ruleid: python.auth.cors-credentials
@cross_origin(origins=["*"], supports_credentials=True)
def orders():
    return []


# ok: python.auth.cors-credentials
CORS(shop, origins=["https://shop.example.com"], supports_credentials=True)

# ok: python.auth.cors-credentials
CORS(shop, origins="*")

# ok: python.auth.cors-credentials
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=False)

# ok: python.auth.cors-credentials
api.add_middleware(CORSMiddleware, allow_origins=["https://shop.example.com"], allow_credentials=True)
