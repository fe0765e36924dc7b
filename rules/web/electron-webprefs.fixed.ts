import path from 'node:path';
import { BrowserWindow, contextBridge, ipcRenderer } from 'electron';

export function open(): BrowserWindow {
  return new BrowserWindow({
    width: 800,
    webPreferences: { preload: path.join(__dirname, 'preload.js'), contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
}

contextBridge.exposeInMainWorld('files', { open: (id: number) => ipcRenderer.invoke('files:open', id) });
