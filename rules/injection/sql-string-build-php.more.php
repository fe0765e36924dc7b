<?php
// ruleid: injection/sql-string-build-php
mssql_query("SELECT * FROM t WHERE a = '" . $_GET["a"] . "'");
// ruleid: injection/sql-string-build-php
oci_parse($c, "SELECT * FROM t WHERE a = '" . $_GET["a"] . "'");
// ruleid: injection/sql-string-build-php
db_query("SELECT * FROM t WHERE a = '" . $_GET["a"] . "'");
// ruleid: injection/sql-string-build-php
$wpdb->get_col("SELECT a FROM t WHERE a = '" . $_GET["a"] . "'");
// ruleid: injection/sql-string-build-php
Yii::$app->db->createCommand("SELECT * FROM t WHERE a = '" . $_GET["a"] . "'")->queryAll();
// ruleid: injection/sql-string-build-php
$adodb->Execute("SELECT * FROM t WHERE a = '" . $_GET["a"] . "'");
// ruleid: injection/sql-string-build-php
$qb->andWhere("u.a = '" . $_GET["a"] . "'");
// ruleid: injection/sql-string-build-php
$db->query("SELECT * FROM t WHERE a = '" . $this->input->post("a") . "'");
// ruleid: injection/sql-string-build-php
$db->query("SELECT * FROM t WHERE a = '" . Yii::$app->request->get("a") . "'");
// ruleid: injection/sql-string-build-php
$db->query("SELECT * FROM t WHERE a = '" . $this->params()->fromQuery("a") . "'");
// ok: injection/sql-string-build-php
$qb->andWhere("u.a = :a")->setParameter("a", $_GET["a"]);
// ok: injection/sql-string-build-php
$qb->where("a", $_GET["a"]);
// ok: injection/sql-string-build-php
Yii::$app->db->createCommand("SELECT * FROM t WHERE a = :a", [":a" => $_GET["a"]])->queryAll();
// ok: injection/sql-string-build-php
$adodb->Execute("SELECT * FROM t WHERE a = ?", [$_GET["a"]]);
// ok: injection/sql-string-build-php
$wpdb->get_col($wpdb->prepare("SELECT a FROM t WHERE a = %s", $_GET["a"]));
