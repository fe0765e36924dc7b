import { BrowserWindow, contextBridge, ipcRenderer } from 'electron';

// ruleid: web/electron-webprefs
export const main = new BrowserWindow({ width: 800, webPreferences: { nodeIntegration: true } });

// ruleid: web/electron-webprefs
export const open = new BrowserWindow({ webPreferences: { preload, contextIsolation: false } });

// ruleid: web/electron-webprefs
contextBridge.exposeInMainWorld('electron', { ipcRenderer });

// ok: web/electron-webprefs
export const safe = new BrowserWindow({ webPreferences: { preload, contextIsolation: true, sandbox: true } });

// ok: web/electron-webprefs
contextBridge.exposeInMainWorld('files', { open: (id: number) => ipcRenderer.invoke('files:open', id) });

// ok: web/electron-webprefs
export const plain = new BrowserWindow({ width: 800 });
