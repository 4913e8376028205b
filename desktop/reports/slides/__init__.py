"""The slides: five pages whose charts can still be edited, with notes for the speaker."""
