"""A local Bot API server with people to talk to: see README.md.

`sandbox.server.Sandbox` is the server, `sandbox.client.SandboxClient` speaks to one over HTTP.
"""
