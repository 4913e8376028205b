BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0021');
CREATE TABLE current_figures (
	detail INTEGER NOT NULL, 
	period_id INTEGER NOT NULL, 
	series_id INTEGER NOT NULL, 
	return_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	status INTEGER NOT NULL, 
	value INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	cell TEXT NOT NULL, 
	printed TEXT NOT NULL, 
	label_id INTEGER NOT NULL, 
	CONSTRAINT pk_current_figures PRIMARY KEY (detail, period_id, series_id), 
	CONSTRAINT fk_current_figures_period_id FOREIGN KEY(period_id) REFERENCES periods (id), 
	CONSTRAINT fk_current_figures_series_id FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT fk_current_figures_return_id FOREIGN KEY(return_id) REFERENCES returns (id), 
	CONSTRAINT fk_current_figures_unit_id FOREIGN KEY(unit_id) REFERENCES terms (id), 
	CONSTRAINT fk_current_figures_sheet_id FOREIGN KEY(sheet_id) REFERENCES terms (id), 
	CONSTRAINT fk_current_figures_label_id FOREIGN KEY(label_id) REFERENCES terms (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "current_figures" VALUES(0,1,1,1,3,1,2000,1,'F9','2',2);
INSERT INTO "current_figures" VALUES(0,1,2,1,3,1,1000,1,'F9','1',2);
CREATE TABLE decisions (
	id INTEGER NOT NULL, 
	sender TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	flow TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	label TEXT NOT NULL, 
	code TEXT NOT NULL, 
	decided_at TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE events (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	return_id INTEGER, 
	target_id INTEGER, 
	happened_at TEXT NOT NULL, 
	caused_by TEXT NOT NULL, decision_id INTEGER CONSTRAINT fk_events_decision_id REFERENCES decisions (id), layout_id INTEGER CONSTRAINT fk_events_layout_id REFERENCES layouts (id), path_choice_id INTEGER CONSTRAINT fk_events_path_choice_id REFERENCES path_choices (id), silence_id INTEGER CONSTRAINT fk_events_silence_id REFERENCES silences (id), rule_set_id INTEGER CONSTRAINT fk_events_rule_set_id REFERENCES rule_sets (id), desk TEXT DEFAULT '' NOT NULL, scenario_id INTEGER CONSTRAINT fk_events_scenario_id REFERENCES scenarios (id), note_id INTEGER CONSTRAINT fk_events_note_id REFERENCES notes (id), grouping_set_id INTEGER CONSTRAINT fk_events_grouping_set_id REFERENCES grouping_sets (id), origin TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (id), 
	CONSTRAINT fk_events_return_id FOREIGN KEY(return_id) REFERENCES returns (id), 
	CONSTRAINT fk_events_target_id FOREIGN KEY(target_id) REFERENCES targets (id)
)
 STRICT

;
INSERT INTO "events" VALUES(1,'imported',1,NULL,'2025-07-12T12:00:00+00:00','Lan',NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,'');
INSERT INTO "events" VALUES(2,'target_set',NULL,1,'2025-07-12T12:00:00+00:00','Lan',NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,'');
CREATE TABLE figures (
	detail INTEGER NOT NULL, 
	period_id INTEGER NOT NULL, 
	series_id INTEGER NOT NULL, 
	return_id INTEGER NOT NULL, 
	repeat INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	status INTEGER NOT NULL, 
	value INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	cell TEXT NOT NULL, 
	printed TEXT NOT NULL, 
	label_id INTEGER NOT NULL, 
	CONSTRAINT pk_figures PRIMARY KEY (detail, period_id, series_id, return_id, repeat), 
	CONSTRAINT fk_figures_period_id FOREIGN KEY(period_id) REFERENCES periods (id), 
	CONSTRAINT fk_figures_series_id FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT fk_figures_return_id FOREIGN KEY(return_id) REFERENCES returns (id), 
	CONSTRAINT fk_figures_unit_id FOREIGN KEY(unit_id) REFERENCES terms (id), 
	CONSTRAINT fk_figures_sheet_id FOREIGN KEY(sheet_id) REFERENCES terms (id), 
	CONSTRAINT fk_figures_label_id FOREIGN KEY(label_id) REFERENCES terms (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "figures" VALUES(0,1,1,1,0,3,1,2000,1,'F9','2',2);
INSERT INTO "figures" VALUES(0,1,2,1,0,3,1,1000,1,'F9','1',2);
CREATE TABLE grouping_sets (
	id INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_grouping_sets PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE layouts (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	body TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	CONSTRAINT pk_layouts PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE notes (
	id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	body TEXT NOT NULL, 
	shipped TEXT NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE originals (
	content_hash TEXT NOT NULL, 
	packing TEXT NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_originals PRIMARY KEY (content_hash)
)
 STRICT

;
INSERT INTO "originals" VALUES('e75cafebc32a03c1d8a6c3471e3f8a394d5b823be73f7bb45f6eada4750774fb','zlib',X'78012BCF2FCA4ECACFCF5648D4ABC829AE281FE5E20E0D00B6777671');
CREATE TABLE path_choices (
	id INTEGER NOT NULL, 
	flow TEXT NOT NULL, 
	item TEXT NOT NULL, 
	market TEXT NOT NULL, 
	province TEXT NOT NULL, 
	first_month INTEGER NOT NULL, 
	last_month INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_path_choices PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE periods (
	id INTEGER NOT NULL, 
	last_month INTEGER NOT NULL, 
	first_month INTEGER NOT NULL, 
	basis TEXT NOT NULL, 
	CONSTRAINT pk_periods PRIMARY KEY (id), 
	CONSTRAINT uq_periods_last_month UNIQUE (last_month, first_month, basis)
)
 STRICT

;
INSERT INTO "periods" VALUES(1,24305,24305,'month');
CREATE TABLE returns (
	id INTEGER NOT NULL, 
	content_hash TEXT NOT NULL, 
	name TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	layout TEXT NOT NULL, 
	month INTEGER, 
	reported_on TEXT NOT NULL, 
	date_origin TEXT NOT NULL, 
	figures INTEGER NOT NULL, 
	findings TEXT NOT NULL, saved_at TEXT DEFAULT '' NOT NULL, first_month INTEGER, last_month INTEGER, new_figures INTEGER, changed_figures INTEGER, province TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_returns PRIMARY KEY (id), 
	CONSTRAINT fk_returns_content_hash FOREIGN KEY(content_hash) REFERENCES originals (content_hash)
)
 STRICT

;
INSERT INTO "returns" VALUES(1,'e75cafebc32a03c1d8a6c3471e3f8a394d5b823be73f7bb45f6eada4750774fb','a.xlsx','GSO','gso_monthly',24305,'2025-07-06','calendar',2,'[]','',24305,24305,2,0,'');
CREATE TABLE rule_sets (
	id INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_rule_sets PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE scenarios (
	id INTEGER NOT NULL, 
	name_key TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_scenarios PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE series (
	id INTEGER NOT NULL, 
	market TEXT NOT NULL, 
	flow TEXT NOT NULL, 
	item TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	ownership TEXT NOT NULL, 
	province TEXT NOT NULL, 
	detail INTEGER NOT NULL, 
	CONSTRAINT pk_series PRIMARY KEY (id), 
	CONSTRAINT uq_series_market UNIQUE (market, flow, item, measure, ownership, province)
)
 STRICT

;
INSERT INTO "series" VALUES(1,'WORLD','export','RICE','value','ALL','',0);
INSERT INTO "series" VALUES(2,'WORLD','export','TOTAL','value','ALL','',0);
CREATE TABLE silences (
	id INTEGER NOT NULL, 
	rule TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	first_month INTEGER NOT NULL, 
	last_month INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_silences PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE targets (
	id INTEGER NOT NULL, 
	flow TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	low INTEGER NOT NULL, 
	high INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	market TEXT NOT NULL, 
	document TEXT NOT NULL, 
	issued_on TEXT, province TEXT DEFAULT '' NOT NULL, first_month INTEGER DEFAULT '1' NOT NULL, months INTEGER DEFAULT '12' NOT NULL, base_as_of TEXT, 
	CONSTRAINT pk_targets PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "targets" VALUES(1,'export','growth',2025,120000,120000,'TOTAL','WORLD','Nghị quyết 01/NQ-CP','2025-01-08','',1,12,NULL);
CREATE TABLE terms (
	id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (id), 
	CONSTRAINT uq_terms_text UNIQUE (text)
)
 STRICT

;
INSERT INTO "terms" VALUES(1,'14.XK');
INSERT INTO "terms" VALUES(2,'TỔNG TRỊ GIÁ');
INSERT INTO "terms" VALUES(3,'USD');
CREATE INDEX ix_returns_content_hash ON returns (content_hash);
CREATE INDEX ix_events_return_id ON events (return_id);
CREATE INDEX ix_figures_return_id ON figures (return_id);
CREATE TRIGGER series_no_update BEFORE UPDATE ON series BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER series_no_delete BEFORE DELETE ON series BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER periods_no_update BEFORE UPDATE ON periods BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER periods_no_delete BEFORE DELETE ON periods BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER terms_no_update BEFORE UPDATE ON terms BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER terms_no_delete BEFORE DELETE ON terms BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER originals_no_update BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER originals_no_delete BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER returns_no_update BEFORE UPDATE ON returns BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER returns_no_delete BEFORE DELETE ON returns BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER targets_no_update BEFORE UPDATE ON targets BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER targets_no_delete BEFORE DELETE ON targets BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER figures_no_update BEFORE UPDATE ON figures BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER figures_no_delete BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER layouts_no_update BEFORE UPDATE ON layouts BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER layouts_no_delete BEFORE DELETE ON layouts BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER path_choices_no_update BEFORE UPDATE ON path_choices BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER path_choices_no_delete BEFORE DELETE ON path_choices BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER silences_no_update BEFORE UPDATE ON silences BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER silences_no_delete BEFORE DELETE ON silences BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER rule_sets_no_update BEFORE UPDATE ON rule_sets BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER rule_sets_no_delete BEFORE DELETE ON rule_sets BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER scenarios_no_update BEFORE UPDATE ON scenarios BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER scenarios_no_delete BEFORE DELETE ON scenarios BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE INDEX ix_series_detail ON series (detail);
CREATE TRIGGER grouping_sets_no_update BEFORE UPDATE ON grouping_sets BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
CREATE TRIGGER grouping_sets_no_delete BEFORE DELETE ON grouping_sets BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;
COMMIT;
