import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

// All a page gets: its calls and their news. What a call may do is decided on the other side.
contextBridge.exposeInMainWorld('wellkept', {
  call: (name: unknown, input: unknown, callId?: unknown, shop?: unknown): Promise<unknown> =>
    ipcRenderer.invoke('call', name, input, callId, shop),
  onNews(listener: (news: unknown) => void) {
    const hear = (_event: IpcRendererEvent, news: unknown) => listener(news)
    ipcRenderer.on('news', hear)
    return () => {
      ipcRenderer.removeListener('news', hear)
    }
  },
})
