package com.example.script;

import javax.script.ScriptEngineManager;
import javax.servlet.http.*;

class ScriptServlet extends HttpServlet {
  protected void doGet(HttpServletRequest r, HttpServletResponse response) throws Exception {
    // ruleid: injection/code-eval-java
    new ScriptEngineManager().getEngineByName("js").eval(r.getParameter("code"));
  }

  protected void doPost(HttpServletRequest r, HttpServletResponse response) throws Exception {
    // ruleid: injection/code-eval-java
    System.load("/srv/lib/" + r.getParameter("library"));
  }

  protected void doPut(HttpServletRequest r, HttpServletResponse response) throws Exception {
    // ruleid: injection/code-eval-java
    manager.getEngineByExtension("js").eval("run(" + r.getParameter("value") + ")");
  }

  void fixed(HttpServletRequest r) throws Exception {
    // ok: injection/code-eval-java
    new ScriptEngineManager().getEngineByName("js").eval("1 + 2");
    // ok: injection/code-eval-java
    System.loadLibrary("codec");
    // ok: injection/code-eval-java
    formula.eval(r.getParameter("code"));
  }
}
