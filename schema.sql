-- The registry of Iran's political prisoners: the whole database on one page.
-- Generated from prisoners/records by `make schema`; never edited by hand.
-- A new registry: sqlite3 new.db < schema.sql
-- Dates are one text: earliest day, latest day, EDTF|calendar|words as written. References such as P-0042 are
-- derived from numbers: copy r of a registry numbers its rows from r * 2^40 + 1.
PRAGMA application_id = 1347570003;
PRAGMA user_version = 1;

CREATE TABLE counters (
	table_name TEXT CONSTRAINT counters_table_name CHECK (length(table_name) BETWEEN 1 AND 500) NOT NULL,  -- the table
	last INTEGER CONSTRAINT counters_last CHECK (last >= 0) NOT NULL,  -- the last number allotted
	PRIMARY KEY (table_name)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE courts (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	kind TEXT CONSTRAINT courts_kind CHECK (kind IN ('revolutionary', 'criminal_1', 'criminal_2', 'juvenile', 'clerical', 'military', 'appeal', 'supreme', 'supreme_477', 'prosecutor', 'enforcement', 'other', 'unknown')) NOT NULL,  -- what kind of court
	name_en TEXT CONSTRAINT courts_name_en CHECK (length(name_en) BETWEEN 1 AND 500) NOT NULL,  -- its name in Latin script
	name_fa TEXT CONSTRAINT courts_name_fa CHECK (length(name_fa) BETWEEN 1 AND 500),  -- its name in Persian script
	aliases_en TEXT CONSTRAINT courts_aliases_en CHECK (length(aliases_en) BETWEEN 1 AND 500),  -- other spellings in Latin script, separated by `;`
	aliases_fa TEXT CONSTRAINT courts_aliases_fa CHECK (length(aliases_fa) BETWEEN 1 AND 500),  -- other names in Persian script, separated by `;`
	city TEXT CONSTRAINT courts_city CHECK (length(city) BETWEEN 1 AND 500),  -- city
	province TEXT CONSTRAINT courts_province CHECK (length(province) BETWEEN 1 AND 500),  -- province, as a code of the list of provinces
	branch TEXT CONSTRAINT courts_branch CHECK (length(branch) BETWEEN 1 AND 500),  -- number of the branch
	unconfirmed INTEGER CONSTRAINT courts_unconfirmed CHECK (unconfirmed IN (0, 1)) NOT NULL,  -- not yet confirmed by a source
	source TEXT CONSTRAINT courts_source CHECK (length(source) BETWEEN 1 AND 500),  -- where the facts come from
	note TEXT CONSTRAINT courts_note CHECK (length(note) BETWEEN 1 AND 100000),  -- note on the court
	withdrawn INTEGER CONSTRAINT courts_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE field_names (
	table_name TEXT CONSTRAINT field_names_table_name CHECK (length(table_name) BETWEEN 1 AND 500) NOT NULL,  -- the table
	old_name TEXT CONSTRAINT field_names_old_name CHECK (length(old_name) BETWEEN 1 AND 500) NOT NULL,  -- the name in old lines
	new_name TEXT CONSTRAINT field_names_new_name CHECK (length(new_name) BETWEEN 1 AND 500),  -- the name now; empty for a dropped column
	step INTEGER CONSTRAINT field_names_step CHECK (step >= 0) NOT NULL,  -- the migration step that changed it
	PRIMARY KEY (table_name, old_name)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE headlines (
	prisoner_id INTEGER NOT NULL,  -- the prisoner
	name_latin TEXT CONSTRAINT headlines_name_latin CHECK (length(name_latin) BETWEEN 1 AND 500),  -- name shown in Latin script
	name_persian TEXT CONSTRAINT headlines_name_persian CHECK (length(name_persian) BETWEEN 1 AND 500),  -- name shown in Persian script
	status TEXT CONSTRAINT headlines_status CHECK (length(status) BETWEEN 1 AND 500),  -- custody status now
	status_event_id INTEGER CONSTRAINT headlines_status_event_id CHECK (status_event_id >= 0),  -- the event that gave it
	since TEXT CONSTRAINT headlines_since CHECK (length(since) BETWEEN 1 AND 500),  -- date of that event, as stored
	held_since TEXT CONSTRAINT headlines_held_since CHECK (length(held_since) BETWEEN 1 AND 500),  -- date since which the person is held without a break, as stored
	prison_id INTEGER CONSTRAINT headlines_prison_id CHECK (prison_id >= 0),  -- where the person is held
	ward TEXT CONSTRAINT headlines_ward CHECK (length(ward) BETWEEN 1 AND 500),  -- the ward
	place TEXT CONSTRAINT headlines_place CHECK (length(place) BETWEEN 1 AND 500),  -- the place as written, where it is no prison of the list
	order_uncertain INTEGER CONSTRAINT headlines_order_uncertain CHECK (order_uncertain >= 0) NOT NULL,  -- 1: events with different statuses overlap, the order is uncertain
	version INTEGER CONSTRAINT headlines_version CHECK (version >= 0) NOT NULL,  -- the last update that touched anything about the person
	PRIMARY KEY (prisoner_id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE interventions (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	kind TEXT CONSTRAINT interventions_kind CHECK (kind IN ('urgent_appeal', 'letter', 'statement', 'meeting', 'un_submission', 'prisoner_list', 'parliamentary_question', 'sponsorship', 'petition', 'publicity', 'confidential_contact', 'request_to_others', 'demand_for_investigation', 'petition_against_decision', 'legal_aid', 'medical_aid', 'financial_aid', 'further_answer', 'other')) NOT NULL,  -- what was done
	title TEXT CONSTRAINT interventions_title CHECK (length(title) BETWEEN 1 AND 500),  -- its title or subject
	addressee TEXT CONSTRAINT interventions_addressee CHECK (length(addressee) BETWEEN 1 AND 500),  -- to whom
	made_on TEXT CONSTRAINT interventions_made_on CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(made_on, 1, 10) <= substr(made_on, 12, 10)),  -- when
	follows INTEGER,  -- the one that it follows up
	signers TEXT CONSTRAINT interventions_signers CHECK (length(signers) BETWEEN 1 AND 100000),  -- who signed, separated by `;`
	status TEXT CONSTRAINT interventions_status CHECK (status IN ('significant_action', 'some_action', 'token_action', 'not_continuing', 'pending', 'none', 'closed')),  -- whether it goes on
	response TEXT CONSTRAINT interventions_response CHECK (response IN ('assistance_given', 'more_pressure', 'publicity', 'pledge', 'denial', 'obstruction', 'more_information_asked', 'token_response', 'none')),  -- what was answered
	responded_on TEXT CONSTRAINT interventions_responded_on CHECK (responded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(responded_on, 1, 10) <= substr(responded_on, 12, 10)),  -- when it was answered
	response_words TEXT CONSTRAINT interventions_response_words CHECK (length(response_words) BETWEEN 1 AND 100000),  -- the answer, as written
	impact TEXT CONSTRAINT interventions_impact CHECK (impact IN ('strong_positive', 'moderate_positive', 'minor', 'none_discernible', 'moderate_negative', 'strong_negative', 'unknown')),  -- what followed from it
	note TEXT CONSTRAINT interventions_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT interventions_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(follows) REFERENCES interventions (id)
)
 STRICT;

CREATE TABLE name_keys (
	"key" TEXT CONSTRAINT name_keys_key CHECK (length(key) BETWEEN 1 AND 500) NOT NULL,  -- the search key
	name_id INTEGER NOT NULL,  -- the name
	prisoner_id INTEGER CONSTRAINT name_keys_prisoner_id CHECK (prisoner_id >= 0) NOT NULL,  -- whose name it is
	PRIMARY KEY ("key", name_id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE offences (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	law TEXT CONSTRAINT offences_law CHECK (length(law) BETWEEN 1 AND 500) NOT NULL,  -- code of the law, such as IPC75
	year TEXT CONSTRAINT offences_year CHECK (length(year) BETWEEN 1 AND 500),  -- year of its enactment, in the calendar of the law
	article TEXT CONSTRAINT offences_article CHECK (length(article) BETWEEN 1 AND 500) NOT NULL,  -- article
	bis TEXT CONSTRAINT offences_bis CHECK (length(bis) BETWEEN 1 AND 500),  -- bis number
	paragraph TEXT CONSTRAINT offences_paragraph CHECK (length(paragraph) BETWEEN 1 AND 500),  -- note or paragraph of the article
	name_en TEXT CONSTRAINT offences_name_en CHECK (length(name_en) BETWEEN 1 AND 500) NOT NULL,  -- the offence in English
	name_fa TEXT CONSTRAINT offences_name_fa CHECK (length(name_fa) BETWEEN 1 AND 500),  -- the offence in Persian
	aliases_en TEXT CONSTRAINT offences_aliases_en CHECK (length(aliases_en) BETWEEN 1 AND 100000),  -- other wordings in English, separated by `;`
	aliases_fa TEXT CONSTRAINT offences_aliases_fa CHECK (length(aliases_fa) BETWEEN 1 AND 100000),  -- other wordings in Persian, as the press writes them, separated by `;`
	punishment_class TEXT CONSTRAINT offences_punishment_class CHECK (punishment_class IN ('hadd', 'tazir', 'qisas', 'unknown')) NOT NULL,  -- hadd, ta'zir …
	min_years INTEGER CONSTRAINT offences_min_years CHECK (min_years >= 0),  -- least term: years
	min_months INTEGER CONSTRAINT offences_min_months CHECK (min_months >= 0),  -- least term: months
	min_days INTEGER CONSTRAINT offences_min_days CHECK (min_days >= 0),  -- least term: days
	max_years INTEGER CONSTRAINT offences_max_years CHECK (max_years >= 0),  -- greatest term: years
	max_months INTEGER CONSTRAINT offences_max_months CHECK (max_months >= 0),  -- greatest term: months
	max_days INTEGER CONSTRAINT offences_max_days CHECK (max_days >= 0),  -- greatest term: days
	max_lashes INTEGER CONSTRAINT offences_max_lashes CHECK (max_lashes >= 0),  -- greatest number of lashes
	other_punishment TEXT CONSTRAINT offences_other_punishment CHECK (length(other_punishment) BETWEEN 1 AND 500),  -- other punishments, in words
	valid_from TEXT CONSTRAINT offences_valid_from CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(valid_from, 1, 10) <= substr(valid_from, 12, 10)),  -- this text in force since
	valid_until TEXT CONSTRAINT offences_valid_until CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(valid_until, 1, 10) <= substr(valid_until, 12, 10)),  -- this text in force until
	unconfirmed INTEGER CONSTRAINT offences_unconfirmed CHECK (unconfirmed IN (0, 1)) NOT NULL,  -- not yet confirmed by a source
	source TEXT CONSTRAINT offences_source CHECK (length(source) BETWEEN 1 AND 500),  -- where the facts come from
	note TEXT CONSTRAINT offences_note CHECK (length(note) BETWEEN 1 AND 100000),  -- note on the article
	withdrawn INTEGER CONSTRAINT offences_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE officials (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	name_en TEXT CONSTRAINT officials_name_en CHECK (length(name_en) BETWEEN 1 AND 500) NOT NULL,  -- name in Latin script, the family name alone where no more is known
	name_fa TEXT CONSTRAINT officials_name_fa CHECK (length(name_fa) BETWEEN 1 AND 500),  -- name in Persian script
	aliases_en TEXT CONSTRAINT officials_aliases_en CHECK (length(aliases_en) BETWEEN 1 AND 500),  -- aliases in Latin script, separated by `;`
	aliases_fa TEXT CONSTRAINT officials_aliases_fa CHECK (length(aliases_fa) BETWEEN 1 AND 500),  -- aliases in Persian script, separated by `;`
	role TEXT CONSTRAINT officials_role CHECK (role IN ('judge', 'advisory_judge', 'prosecutor', 'deputy_prosecutor', 'assistant_prosecutor', 'investigator', 'enforcement_judge', 'interrogator', 'arresting_officer', 'prison_director', 'ward_head', 'prison_doctor', 'commander', 'judiciary_head', 'other')) NOT NULL,  -- what kind of official
	note TEXT CONSTRAINT officials_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT officials_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE prisoners (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	father TEXT CONSTRAINT prisoners_father CHECK (length(father) BETWEEN 1 AND 500),  -- father's name, as courts use it to tell people apart
	gender TEXT CONSTRAINT prisoners_gender CHECK (gender IN ('female', 'male', 'other')),  -- gender; empty is not recorded
	born TEXT CONSTRAINT prisoners_born CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(born, 1, 10) <= substr(born, 12, 10)),  -- date of birth, as precise as its source
	birthplace TEXT CONSTRAINT prisoners_birthplace CHECK (length(birthplace) BETWEEN 1 AND 500),  -- place of birth, as written
	residence TEXT CONSTRAINT prisoners_residence CHECK (length(residence) BETWEEN 1 AND 500),  -- city where the person lived before the arrest
	nationality TEXT CONSTRAINT prisoners_nationality CHECK (length(nationality) BETWEEN 1 AND 500),  -- nationality, if not only Iranian
	other_nationality TEXT CONSTRAINT prisoners_other_nationality CHECK (length(other_nationality) BETWEEN 1 AND 500),  -- second nationality of a dual national
	ethnicity TEXT CONSTRAINT prisoners_ethnicity CHECK (ethnicity IN ('persian', 'azeri', 'kurdish', 'baluch', 'arab', 'lor', 'bakhtiari', 'lak', 'gilak', 'mazandarani', 'talysh', 'turkmen', 'qashqai', 'khorasani_turk', 'armenian', 'assyrian', 'jewish', 'hazara', 'tajik', 'pashtun', 'other')),  -- ethnicity; empty is not recorded
	ethnicity_presumed INTEGER CONSTRAINT prisoners_ethnicity_presumed CHECK (ethnicity_presumed IN (0, 1)) NOT NULL,  -- the ethnicity is presumed, not stated by the person or the family
	religion TEXT CONSTRAINT prisoners_religion CHECK (religion IN ('shia', 'sunni', 'bahai', 'christian', 'christian_convert', 'gonabadi_dervish', 'sufi_other', 'yarsani', 'jewish', 'zoroastrian', 'mandaean', 'ismaili', 'new_movement', 'none', 'other')),  -- religion or belief; `none` is not the same as empty, not recorded
	religion_presumed INTEGER CONSTRAINT prisoners_religion_presumed CHECK (religion_presumed IN (0, 1)) NOT NULL,  -- the religion is presumed, not stated by the person or the family
	occupation TEXT CONSTRAINT prisoners_occupation CHECK (length(occupation) BETWEEN 1 AND 500),  -- occupation, as written
	summary TEXT CONSTRAINT prisoners_summary CHECK (length(summary) BETWEEN 1 AND 100000),  -- what may be told of the case in public, in a few sentences
	note TEXT CONSTRAINT prisoners_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note of the researchers; never leaves
	import_note TEXT CONSTRAINT prisoners_import_note CHECK (length(import_note) BETWEEN 1 AND 100000),  -- cells of a foreign list that found no place in any field; never leaves
	naming TEXT CONSTRAINT prisoners_naming CHECK (naming IN ('full', 'first_name', 'initials', 'pseudonym', 'anonymous')) NOT NULL,  -- how the person may be named outside
	basis TEXT CONSTRAINT prisoners_basis CHECK (basis IN ('none', 'consent', 'own_statement', 'family_statement', 'already_public', 'official_announcement', 'public_official_duty')) NOT NULL,  -- why the case may be published; none means it may not
	basis_source TEXT CONSTRAINT prisoners_basis_source CHECK (length(basis_source) BETWEEN 1 AND 500),  -- where the basis can be seen: an address or a source reference
	priority TEXT CONSTRAINT prisoners_priority CHECK (priority IN ('urgent', 'high', 'normal', 'low')),  -- how urgently the case is followed
	verified_on TEXT CONSTRAINT prisoners_verified_on CHECK (verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(verified_on, 1, 10) <= substr(verified_on, 12, 10)),  -- day on which a researcher last confirmed the situation
	merged_into INTEGER,  -- the record of the same person into which this one was merged
	withdrawn INTEGER CONSTRAINT prisoners_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error; kept, but not counted
	PRIMARY KEY (id),
	FOREIGN KEY(merged_into) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE prisons (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	name_en TEXT CONSTRAINT prisons_name_en CHECK (length(name_en) BETWEEN 1 AND 500) NOT NULL,  -- its name in Latin script
	name_fa TEXT CONSTRAINT prisons_name_fa CHECK (length(name_fa) BETWEEN 1 AND 500),  -- its name in Persian script
	aliases_en TEXT CONSTRAINT prisons_aliases_en CHECK (length(aliases_en) BETWEEN 1 AND 500),  -- other spellings and names in Latin script, separated by `;`
	aliases_fa TEXT CONSTRAINT prisons_aliases_fa CHECK (length(aliases_fa) BETWEEN 1 AND 500),  -- other names in Persian script, separated by `;`
	province TEXT CONSTRAINT prisons_province CHECK (length(province) BETWEEN 1 AND 500),  -- province, as a code of the list of provinces
	city TEXT CONSTRAINT prisons_city CHECK (length(city) BETWEEN 1 AND 500),  -- city
	kind TEXT CONSTRAINT prisons_kind CHECK (kind IN ('prison', 'womens_prison', 'juvenile', 'mois_centre', 'irgc_centre', 'police', 'military', 'clerical', 'hospital', 'detention_centre', 'unknown')) NOT NULL,  -- what kind of place
	wards TEXT CONSTRAINT prisons_wards CHECK (length(wards) BETWEEN 1 AND 500),  -- known wards, separated by `;`
	opened_on TEXT CONSTRAINT prisons_opened_on CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(opened_on, 1, 10) <= substr(opened_on, 12, 10)),  -- opened on
	closed_on TEXT CONSTRAINT prisons_closed_on CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(closed_on, 1, 10) <= substr(closed_on, 12, 10)),  -- closed on
	successor_id INTEGER,  -- where its inmates went
	unconfirmed INTEGER CONSTRAINT prisons_unconfirmed CHECK (unconfirmed IN (0, 1)) NOT NULL,  -- not yet confirmed by a source
	source TEXT CONSTRAINT prisons_source CHECK (length(source) BETWEEN 1 AND 500),  -- where the facts come from
	note TEXT CONSTRAINT prisons_note CHECK (length(note) BETWEEN 1 AND 100000),  -- note on the place
	withdrawn INTEGER CONSTRAINT prisons_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(successor_id) REFERENCES prisons (id)
)
 STRICT;

CREATE TABLE registry (
	only INTEGER NOT NULL,  -- always 1
	own_copy INTEGER CONSTRAINT registry_own_copy CHECK (own_copy >= 0) NOT NULL,  -- which copy of the registry this is, from 0
	created_at TEXT CONSTRAINT registry_created_at CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z') NOT NULL,  -- when it was made, in UTC
	pseudonym_key TEXT CONSTRAINT registry_pseudonym_key CHECK (length(pseudonym_key) BETWEEN 1 AND 500) NOT NULL,  -- random; pseudonyms are made from it, and are the same in every copy
	derived_by INTEGER CONSTRAINT registry_derived_by CHECK (derived_by >= 0),  -- number of the rules by which headlines and search keys were last written; where this version's is another, the next update writes them all anew
	PRIMARY KEY (only)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sources (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	kind TEXT CONSTRAINT sources_kind CHECK (kind IN ('court_document', 'lawyer', 'family', 'prisoner_statement', 'fellow_prisoner', 'eyewitness', 'hr_org_report', 'state_media', 'judiciary_official', 'independent_media', 'social_media_account', 'leaked_document', 'un_document', 'foreign_government', 'researcher_inference', 'other')) NOT NULL,  -- what kind of source
	outlet TEXT CONSTRAINT sources_outlet CHECK (length(outlet) BETWEEN 1 AND 500),  -- who published or said it
	title TEXT CONSTRAINT sources_title CHECK (length(title) BETWEEN 1 AND 500),  -- its title
	author TEXT CONSTRAINT sources_author CHECK (length(author) BETWEEN 1 AND 500),  -- its author
	url TEXT CONSTRAINT sources_url CHECK (length(url) BETWEEN 1 AND 500),  -- its address
	archived_url TEXT CONSTRAINT sources_archived_url CHECK (length(archived_url) BETWEEN 1 AND 500),  -- the address of an archived copy
	published_on TEXT CONSTRAINT sources_published_on CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(published_on, 1, 10) <= substr(published_on, 12, 10)),  -- day of publication
	accessed_on TEXT CONSTRAINT sources_accessed_on CHECK (accessed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(accessed_on, 1, 10) <= substr(accessed_on, 12, 10)),  -- day on which a researcher read it
	language TEXT CONSTRAINT sources_language CHECK (length(language) BETWEEN 1 AND 500),  -- its language, as a two-letter code
	reliability TEXT CONSTRAINT sources_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')) NOT NULL,  -- A highly reliable … E unreliable, F unknown
	confidentiality TEXT CONSTRAINT sources_confidentiality CHECK (confidentiality IN ('public', 'advocates', 'internal', 'sealed')) NOT NULL,  -- who may know of the source
	derived_from INTEGER,  -- the source that this one only repeats
	note TEXT CONSTRAINT sources_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT sources_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- retracted, or entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(derived_from) REFERENCES sources (id)
)
 STRICT;

CREATE TABLE updates (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	at TEXT CONSTRAINT updates_at CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z') NOT NULL,  -- when, in UTC
	by_whom TEXT CONSTRAINT updates_by_whom CHECK (length(by_whom) BETWEEN 1 AND 500) NOT NULL,  -- the researcher who did it
	because TEXT CONSTRAINT updates_because CHECK (length(because) BETWEEN 1 AND 100000) NOT NULL,  -- a source reference, or the reason in a sentence
	kind TEXT CONSTRAINT updates_kind CHECK (kind IN ('entry', 'amendment', 'report', 'withdrawal', 'edit', 'import', 'merge', 'undo', 'erasure', 'migration', 'seed', 'unsealing')) NOT NULL,  -- what kind of act
	own_copy INTEGER CONSTRAINT updates_own_copy CHECK (own_copy >= 0) NOT NULL,  -- the copy of the registry in which it was done
	undoes INTEGER,  -- the update that this one undoes
	PRIMARY KEY (id),
	FOREIGN KEY(undoes) REFERENCES updates (id)
)
 STRICT;

CREATE TABLE activities (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- whose activity it is
	activity TEXT CONSTRAINT activities_activity CHECK (activity IN ('human_rights_defender', 'lawyer', 'womens_rights', 'labour_rights', 'teacher', 'ethnic_rights', 'ethnic_rights_kurdish', 'ethnic_rights_azeri', 'ethnic_rights_baluch', 'ethnic_rights_arab', 'ethnic_rights_other', 'political_activist', 'political_party', 'protest_participation', 'civic_activist', 'student_activist', 'environmental', 'journalist', 'cyberspace', 'artist_or_writer', 'artist', 'writer', 'religious_minority', 'religious_minority_bahai', 'religious_minority_sunni', 'religious_minority_christian_convert', 'religious_minority_gonabadi_dervish', 'religious_minority_yarsani', 'religious_minority_other', 'family_of_victim', 'dual_national', 'foreign_national', 'other')) NOT NULL,  -- the activity
	weight TEXT CONSTRAINT activities_weight CHECK (weight IN ('primary', 'secondary')) NOT NULL,  -- primary or secondary
	detail TEXT CONSTRAINT activities_detail CHECK (length(detail) BETWEEN 1 AND 500),  -- the activity in words, such as the name of a union
	withdrawn INTEGER CONSTRAINT activities_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE beneficiaries (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	intervention_id INTEGER NOT NULL,  -- the intervention
	prisoner_id INTEGER NOT NULL,  -- for whom
	answer TEXT CONSTRAINT beneficiaries_answer CHECK (length(answer) BETWEEN 1 AND 500),  -- what was answered about this person, as written
	withdrawn INTEGER CONSTRAINT beneficiaries_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(intervention_id) REFERENCES interventions (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE cases (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- who is prosecuted
	file_number TEXT CONSTRAINT cases_file_number CHECK (length(file_number) BETWEEN 1 AND 500),  -- file number, 16 digits today, kept as text
	other_numbers TEXT CONSTRAINT cases_other_numbers CHECK (length(other_numbers) BETWEEN 1 AND 500),  -- archive and older numbers, separated by `;`
	stage TEXT CONSTRAINT cases_stage CHECK (stage IN ('none', 'investigation', 'indicted', 'first_instance', 'verdict_not_final', 'appeal', 'cassation', 'final', 'retrial_474', 'review_477', 'enforcement', 'pardon_request', 'closed', 'stayed', 'unknown')) NOT NULL,  -- how far the case has come
	arrested_on TEXT CONSTRAINT cases_arrested_on CHECK (arrested_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(arrested_on, 1, 10) <= substr(arrested_on, 12, 10)),  -- day of the arrest in this case
	arrested_at TEXT CONSTRAINT cases_arrested_at CHECK (length(arrested_at) BETWEEN 1 AND 500),  -- place of the arrest, as written
	arrested_by TEXT CONSTRAINT cases_arrested_by CHECK (arrested_by IN ('MOIS', 'IRGC_IO', 'IRGC', 'BASIJ', 'FARAJA', 'NAJA', 'PAVA', 'FATA', 'JUD', 'PRISONS_ORGANIZATION', 'SNSC', 'CLERIC', 'MIL', 'PLAIN', 'INTEL_UNSPEC', 'UNK')),  -- who made the arrest
	warrant_shown INTEGER CONSTRAINT cases_warrant_shown CHECK (warrant_shown IN (0, 1)),  -- whether a warrant was shown; empty is not recorded
	lawyer TEXT CONSTRAINT cases_lawyer CHECK (length(lawyer) BETWEEN 1 AND 500),  -- the lawyer, as written; never leaves
	group_name TEXT CONSTRAINT cases_group_name CHECK (length(group_name) BETWEEN 1 AND 500),  -- name of the group of co-defendants tried together
	abroad INTEGER CONSTRAINT cases_abroad CHECK (abroad IN (0, 1)) NOT NULL,  -- the person lives abroad: two months to appeal instead of 20 days (CPC 431)
	note TEXT CONSTRAINT cases_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT cases_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE changes (
	update_id INTEGER NOT NULL,  -- the update that made it
	line INTEGER NOT NULL,  -- its place in the update, from 1
	table_name TEXT CONSTRAINT changes_table_name CHECK (length(table_name) BETWEEN 1 AND 500) NOT NULL,  -- table of the row
	row_id INTEGER CONSTRAINT changes_row_id CHECK (row_id >= 0) NOT NULL,  -- number of the row
	prisoner_id INTEGER CONSTRAINT changes_prisoner_id CHECK (prisoner_id >= 0),  -- the prisoner whom the row is about
	field TEXT CONSTRAINT changes_field CHECK (length(field) BETWEEN 1 AND 500) NOT NULL,  -- the field
	old TEXT CONSTRAINT changes_old CHECK (length(old) BETWEEN 1 AND 100000),  -- what it was; empty is nothing, or erased
	new TEXT CONSTRAINT changes_new CHECK (length(new) BETWEEN 1 AND 100000),  -- what it became; empty is nothing, or erased
	salt TEXT CONSTRAINT changes_salt CHECK (length(salt) BETWEEN 1 AND 500),  -- random, so that an erased value cannot be guessed from its commitment
	PRIMARY KEY (update_id, line),
	FOREIGN KEY(update_id) REFERENCES updates (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE citations (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	source_id INTEGER NOT NULL,  -- the source
	prisoner_id INTEGER,  -- the prisoner whom the record is about
	about_table TEXT CONSTRAINT citations_about_table CHECK (length(about_table) BETWEEN 1 AND 500) NOT NULL,  -- table of the record it bears
	about_row INTEGER CONSTRAINT citations_about_row CHECK (about_row >= 0) NOT NULL,  -- number of the record it bears
	field TEXT CONSTRAINT citations_field CHECK (length(field) BETWEEN 1 AND 500),  -- the one field it bears; empty is the whole record
	value TEXT CONSTRAINT citations_value CHECK (length(value) BETWEEN 1 AND 500),  -- what this source says the field is, where sources differ
	credibility TEXT CONSTRAINT citations_credibility CHECK (credibility IN ('confirmed', 'likely', 'possible', 'unlikely', 'unknown')) NOT NULL,  -- how credible the statement is
	quoted TEXT CONSTRAINT citations_quoted CHECK (length(quoted) BETWEEN 1 AND 100000),  -- the words of the source, as written
	withdrawn INTEGER CONSTRAINT citations_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(source_id) REFERENCES sources (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE consents (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- whom it concerns
	subject TEXT CONSTRAINT consents_subject CHECK (subject IN ('person', 'family', 'lawyer', 'guardian', 'representative')) NOT NULL,  -- who gave it
	given_by TEXT CONSTRAINT consents_given_by CHECK (length(given_by) BETWEEN 1 AND 500),  -- name of who gave it; sealed
	scope TEXT CONSTRAINT consents_scope CHECK (scope IN ('store', 'share', 'publish', 'send_to_un', 'use_name', 'receive_letters')) NOT NULL,  -- to what
	refused INTEGER CONSTRAINT consents_refused CHECK (refused IN (0, 1)) NOT NULL,  -- asked, and refused
	means TEXT CONSTRAINT consents_means CHECK (means IN ('signed_document', 'letter', 'email', 'message', 'telephone', 'video_call', 'in_person', 'through_family', 'through_lawyer', 'public_statement', 'other')),  -- how it was given
	given_on TEXT CONSTRAINT consents_given_on CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(given_on, 1, 10) <= substr(given_on, 12, 10)),  -- when it was given
	until TEXT CONSTRAINT consents_until CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(until, 1, 10) <= substr(until, 12, 10)),  -- until when it holds
	withdrawn_on TEXT CONSTRAINT consents_withdrawn_on CHECK (withdrawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(withdrawn_on, 1, 10) <= substr(withdrawn_on, 12, 10)),  -- when it was withdrawn
	after_death INTEGER CONSTRAINT consents_after_death CHECK (after_death IN (0, 1)) NOT NULL,  -- said by the person to hold after the death, too
	disclosed INTEGER CONSTRAINT consents_disclosed CHECK (disclosed IN (0, 1)) NOT NULL,  -- told what it is for, who will see it, and what may follow
	voluntary INTEGER CONSTRAINT consents_voluntary CHECK (voluntary IN (0, 1)) NOT NULL,  -- given freely, as far as could be made sure
	understood INTEGER CONSTRAINT consents_understood CHECK (understood IN (0, 1)) NOT NULL,  -- what was told was understood, as far as could be made sure
	competent INTEGER CONSTRAINT consents_competent CHECK (competent IN (0, 1)) NOT NULL,  -- able to decide: of age and of sound mind, as far as could be made sure
	obtained_by TEXT CONSTRAINT consents_obtained_by CHECK (length(obtained_by) BETWEEN 1 AND 500),  -- the researcher who obtained it; never leaves
	restrictions TEXT CONSTRAINT consents_restrictions CHECK (length(restrictions) BETWEEN 1 AND 100000),  -- what it does not cover; never leaves
	withdrawn INTEGER CONSTRAINT consents_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error (a consent that was taken back has `withdrawn_on`)
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE contacts (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- whose contact it is
	kind TEXT CONSTRAINT contacts_kind CHECK (kind IN ('telephone', 'mobile', 'email', 'messenger', 'social_media', 'address', 'national_number', 'birth_certificate_number', 'passport_number', 'other')) NOT NULL,  -- what kind of contact
	name TEXT CONSTRAINT contacts_name CHECK (length(name) BETWEEN 1 AND 500),  -- whom it reaches; sealed
	value TEXT CONSTRAINT contacts_value CHECK (length(value) BETWEEN 1 AND 500) NOT NULL,  -- the number or address; sealed
	note TEXT CONSTRAINT contacts_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; sealed
	withdrawn INTEGER CONSTRAINT contacts_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- no longer valid, or entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE erasures (
	update_id INTEGER NOT NULL,  -- the update whose line lost its value
	line INTEGER NOT NULL,  -- the line
	commitment TEXT CONSTRAINT erasures_commitment CHECK (length(commitment) BETWEEN 1 AND 500) NOT NULL,  -- the commitment of the line before it was erased
	erased_by INTEGER NOT NULL,  -- the update that erased it
	PRIMARY KEY (update_id, line),
	FOREIGN KEY(erased_by) REFERENCES updates (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE estimates (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	kind TEXT CONSTRAINT estimates_kind CHECK (kind IN ('summoned', 'arrested', 'held', 'disappeared', 'sentenced', 'sentenced_to_death', 'executed', 'died_in_custody', 'killed', 'injured', 'released')) NOT NULL,  -- what is counted: arrested, in custody …
	unit TEXT CONSTRAINT estimates_unit CHECK (unit IN ('persons', 'arrests', 'cases')) NOT NULL,  -- persons, arrests or cases: not the same number
	least INTEGER CONSTRAINT estimates_least CHECK (least >= 0),  -- at least so many
	most INTEGER CONSTRAINT estimates_most CHECK (most >= 0),  -- at most so many; nothing where the source sets no upper bound
	quoted TEXT CONSTRAINT estimates_quoted CHECK (length(quoted) BETWEEN 1 AND 100000),  -- the number in the words of the source, such as `hundreds`
	named INTEGER CONSTRAINT estimates_named CHECK (named >= 0),  -- how many of them the source itself names
	happened_on TEXT CONSTRAINT estimates_happened_on CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(happened_on, 1, 10) <= substr(happened_on, 12, 10)),  -- when, or the time within which they are counted: autumn 1401
	until TEXT CONSTRAINT estimates_until CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(until, 1, 10) <= substr(until, 12, 10)),  -- until when, where the time has an end of its own
	prison_id INTEGER,  -- in which prison
	province TEXT CONSTRAINT estimates_province CHECK (length(province) BETWEEN 1 AND 500),  -- province, as a code of the list of provinces
	place TEXT CONSTRAINT estimates_place CHECK (length(place) BETWEEN 1 AND 500),  -- town or place, as written
	gender TEXT CONSTRAINT estimates_gender CHECK (gender IN ('female', 'male', 'other')),  -- only women, or only men
	minors INTEGER CONSTRAINT estimates_minors CHECK (minors IN (0, 1)) NOT NULL,  -- only people under 18
	activity TEXT CONSTRAINT estimates_activity CHECK (activity IN ('human_rights_defender', 'lawyer', 'womens_rights', 'labour_rights', 'teacher', 'ethnic_rights', 'ethnic_rights_kurdish', 'ethnic_rights_azeri', 'ethnic_rights_baluch', 'ethnic_rights_arab', 'ethnic_rights_other', 'political_activist', 'political_party', 'protest_participation', 'civic_activist', 'student_activist', 'environmental', 'journalist', 'cyberspace', 'artist_or_writer', 'artist', 'writer', 'religious_minority', 'religious_minority_bahai', 'religious_minority_sunni', 'religious_minority_christian_convert', 'religious_minority_gonabadi_dervish', 'religious_minority_yarsani', 'religious_minority_other', 'family_of_victim', 'dual_national', 'foreign_national', 'other')),  -- only people targeted for this
	overlaps INTEGER,  -- another estimate that counts some of the same people
	note TEXT CONSTRAINT estimates_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT estimates_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- retracted, or entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prison_id) REFERENCES prisons (id),
	FOREIGN KEY(overlaps) REFERENCES estimates (id)
)
 STRICT;

CREATE TABLE exports (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	made_at TEXT CONSTRAINT exports_made_at CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z') NOT NULL,  -- when it was made, in UTC
	recipient TEXT CONSTRAINT exports_recipient CHECK (length(recipient) BETWEEN 1 AND 500),  -- to whom it was sent; never leaves
	audience TEXT CONSTRAINT exports_audience CHECK (audience IN ('public', 'advocates', 'internal')) NOT NULL,  -- for whom it was made
	file_name TEXT CONSTRAINT exports_file_name CHECK (length(file_name) BETWEEN 1 AND 500) NOT NULL,  -- name of the file, without its folder
	selection TEXT CONSTRAINT exports_selection CHECK (length(selection) BETWEEN 1 AND 100000),  -- the filter that chose the prisoners
	options TEXT CONSTRAINT exports_options CHECK (length(options) BETWEEN 1 AND 100000),  -- how it was asked for beside the filter, to make it again (JSON)
	made_from INTEGER,  -- the last update it knows of
	prisoners INTEGER CONSTRAINT exports_prisoners CHECK (prisoners >= 0) NOT NULL,  -- how many prisoners stand in it
	people TEXT CONSTRAINT exports_people CHECK (length(people) BETWEEN 1 AND 10000000),  -- who stands in it, by the rule that names them, to recall it (JSON)
	sha256 TEXT CONSTRAINT exports_sha256 CHECK (length(sha256) BETWEEN 1 AND 500) NOT NULL,  -- SHA-256 of the file, in hexadecimal
	manifest TEXT CONSTRAINT exports_manifest CHECK (length(manifest) BETWEEN 1 AND 100000) NOT NULL,  -- what was withheld and why, as counted (JSON)
	intervention_id INTEGER,  -- the intervention it was made for
	recalled_on TEXT CONSTRAINT exports_recalled_on CHECK (recalled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(recalled_on, 1, 10) <= substr(recalled_on, 12, 10)),  -- when those who have it were asked to delete it
	withdrawn INTEGER CONSTRAINT exports_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(made_from) REFERENCES updates (id),
	FOREIGN KEY(intervention_id) REFERENCES interventions (id)
)
 STRICT;

CREATE TABLE external_ids (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- whose number it is
	list_name TEXT CONSTRAINT external_ids_list_name CHECK (length(list_name) BETWEEN 1 AND 500) NOT NULL,  -- short name of the foreign list
	number TEXT CONSTRAINT external_ids_number CHECK (length(number) BETWEEN 1 AND 500) NOT NULL,  -- the number there, kept as text
	withdrawn INTEGER CONSTRAINT external_ids_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error, or gone from that list
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE files (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER,  -- whom it is about
	source_id INTEGER,  -- the source it is a copy of
	kind TEXT CONSTRAINT files_kind CHECK (kind IN ('photo', 'verdict', 'indictment', 'summons', 'court_document', 'letter', 'statement', 'medical_document', 'identity_document', 'consent_form', 'web_page', 'screenshot', 'audio', 'video', 'other')) NOT NULL,  -- what it is
	path TEXT CONSTRAINT files_path CHECK (length(path) BETWEEN 1 AND 500) NOT NULL,  -- path in the registry's folder
	sha256 TEXT CONSTRAINT files_sha256 CHECK (length(sha256) BETWEEN 1 AND 500) NOT NULL,  -- SHA-256 of its bytes, in hexadecimal
	caption TEXT CONSTRAINT files_caption CHECK (length(caption) BETWEEN 1 AND 500),  -- what it shows
	captured_on TEXT CONSTRAINT files_captured_on CHECK (captured_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(captured_on, 1, 10) <= substr(captured_on, 12, 10)),  -- when it was made or captured
	captured_by TEXT CONSTRAINT files_captured_by CHECK (length(captured_by) BETWEEN 1 AND 500),  -- who captured it; never leaves
	verification TEXT CONSTRAINT files_verification CHECK (verification IN ('confirmed', 'likely', 'possible', 'unlikely', 'unknown')) NOT NULL,  -- how well it is verified
	level TEXT CONSTRAINT files_level CHECK (level IN ('public', 'advocates', 'internal', 'sealed')) NOT NULL,  -- who may see it
	withdrawn INTEGER CONSTRAINT files_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id),
	FOREIGN KEY(source_id) REFERENCES sources (id)
)
 STRICT;

CREATE TABLE follow_ups (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- about whom
	due_on TEXT CONSTRAINT follow_ups_due_on CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(due_on, 1, 10) <= substr(due_on, 12, 10)) NOT NULL,  -- on what day
	ask TEXT CONSTRAINT follow_ups_ask CHECK (length(ask) BETWEEN 1 AND 100000) NOT NULL,  -- what to ask; never leaves
	state TEXT CONSTRAINT follow_ups_state CHECK (state IN ('open', 'done', 'postponed', 'dropped')) NOT NULL,  -- whether it is done
	withdrawn INTEGER CONSTRAINT follow_ups_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE health (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- whose health it is about
	kind TEXT CONSTRAINT health_kind CHECK (kind IN ('chronic_illness', 'acute_illness', 'cancer', 'heart_disease', 'infection', 'injury', 'injury_from_torture', 'effect_of_hunger_strike', 'mental_health', 'suicide_attempt', 'disability', 'pregnancy', 'medication_needed', 'surgery_needed', 'examination', 'hospitalisation', 'unfit_for_prison', 'other')) NOT NULL,  -- what kind of fact
	since TEXT CONSTRAINT health_since CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(since, 1, 10) <= substr(since, 12, 10)),  -- since when
	until TEXT CONSTRAINT health_until CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(until, 1, 10) <= substr(until, 12, 10)),  -- until when
	summary TEXT CONSTRAINT health_summary CHECK (length(summary) BETWEEN 1 AND 100000) NOT NULL,  -- what is known
	level TEXT CONSTRAINT health_level CHECK (level IN ('public', 'advocates', 'internal', 'sealed')) NOT NULL,  -- who may see it
	withdrawn INTEGER CONSTRAINT health_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE names (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- whose name it is
	text TEXT CONSTRAINT names_text CHECK (length(text) BETWEEN 1 AND 500) NOT NULL,  -- the name, byte for byte as written
	family TEXT CONSTRAINT names_family CHECK (length(family) BETWEEN 1 AND 500),  -- the family-name part of the text, as written in it, where known
	script TEXT CONSTRAINT names_script CHECK (script IN ('persian', 'latin', 'other')) NOT NULL,  -- the script it is written in
	kind TEXT CONSTRAINT names_kind CHECK (kind IN ('official', 'home', 'ethnic', 'pen', 'religious', 'nickname', 'former', 'transliteration')) NOT NULL,  -- what kind of name it is
	is_primary INTEGER CONSTRAINT names_is_primary CHECK (is_primary IN (0, 1)) NOT NULL,  -- the name shown in this script
	withdrawn INTEGER CONSTRAINT names_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE not_the_same (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- the one
	other_id INTEGER NOT NULL,  -- the other
	note TEXT CONSTRAINT not_the_same_note CHECK (length(note) BETWEEN 1 AND 100000),  -- why; never leaves
	withdrawn INTEGER CONSTRAINT not_the_same_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id),
	FOREIGN KEY(other_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE open_update (
	only INTEGER NOT NULL,  -- always 1: one at a time
	update_id INTEGER NOT NULL,  -- the update that signs what is written now
	PRIMARY KEY (only),
	FOREIGN KEY(update_id) REFERENCES updates (id)
)
 STRICT;

CREATE TABLE postings (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	official_id INTEGER NOT NULL,  -- who
	court_id INTEGER,  -- in which court
	prison_id INTEGER,  -- in which prison
	branch TEXT CONSTRAINT postings_branch CHECK (length(branch) BETWEEN 1 AND 500),  -- in which branch, as written
	role TEXT CONSTRAINT postings_role CHECK (role IN ('judge', 'advisory_judge', 'prosecutor', 'deputy_prosecutor', 'assistant_prosecutor', 'investigator', 'enforcement_judge', 'interrogator', 'arresting_officer', 'prison_director', 'ward_head', 'prison_doctor', 'commander', 'judiciary_head', 'other')) NOT NULL,  -- as what
	since TEXT CONSTRAINT postings_since CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(since, 1, 10) <= substr(since, 12, 10)),  -- since when
	until TEXT CONSTRAINT postings_until CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(until, 1, 10) <= substr(until, 12, 10)),  -- until when
	withdrawn INTEGER CONSTRAINT postings_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(official_id) REFERENCES officials (id),
	FOREIGN KEY(court_id) REFERENCES courts (id),
	FOREIGN KEY(prison_id) REFERENCES prisons (id)
)
 STRICT;

CREATE TABLE relations (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- whose relative or companion it is
	kind TEXT CONSTRAINT relations_kind CHECK (kind IN ('father', 'mother', 'husband', 'wife', 'fiance', 'partner', 'son', 'daughter', 'brother', 'sister', 'grandparent', 'grandchild', 'uncle_or_aunt', 'nephew_or_niece', 'cousin', 'in_law', 'other_relative', 'guardian', 'friend', 'colleague', 'fellow_member', 'lawyer', 'client', 'co_defendant', 'co_prisoner', 'other')) NOT NULL,  -- what they are to the prisoner
	other_id INTEGER,  -- the other person, where also in the registry
	name TEXT CONSTRAINT relations_name CHECK (length(name) BETWEEN 1 AND 500),  -- the other person's name; sealed
	note TEXT CONSTRAINT relations_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT relations_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id),
	FOREIGN KEY(other_id) REFERENCES prisoners (id)
)
 STRICT;

CREATE TABLE seals (
	update_id INTEGER NOT NULL,  -- the update it closes
	previous TEXT CONSTRAINT seals_previous CHECK (length(previous) BETWEEN 1 AND 500),  -- hash of the seal before it in the same copy; empty for the first
	hash TEXT CONSTRAINT seals_hash CHECK (length(hash) BETWEEN 1 AND 500) NOT NULL,  -- SHA-256 over the previous hash, the update and the commitments of its lines
	PRIMARY KEY (update_id),
	FOREIGN KEY(update_id) REFERENCES updates (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE charges (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	case_id INTEGER NOT NULL,  -- the case it belongs to
	offence_id INTEGER,  -- the offence in the catalogue, where recognised
	quoted TEXT CONSTRAINT charges_quoted CHECK (length(quoted) BETWEEN 1 AND 500),  -- the wording of the source, as written
	state TEXT CONSTRAINT charges_state CHECK (state IN ('alleged', 'charged', 'indicted', 'convicted', 'acquitted', 'dropped', 'changed')) NOT NULL,  -- what became of it
	laid_on TEXT CONSTRAINT charges_laid_on CHECK (laid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(laid_on, 1, 10) <= substr(laid_on, 12, 10)),  -- day on which it was brought
	act_on TEXT CONSTRAINT charges_act_on CHECK (act_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(act_on, 1, 10) <= substr(act_on, 12, 10)),  -- day of the act itself, which decides the law in force
	instead_of INTEGER,  -- the earlier charge that this one replaced
	withdrawn INTEGER CONSTRAINT charges_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(case_id) REFERENCES cases (id),
	FOREIGN KEY(offence_id) REFERENCES offences (id),
	FOREIGN KEY(instead_of) REFERENCES charges (id)
)
 STRICT;

CREATE TABLE events (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	prisoner_id INTEGER NOT NULL,  -- to whom it happened
	case_id INTEGER,  -- the case it belongs to, where known
	kind TEXT CONSTRAINT events_kind CHECK (kind IN ('summons', 'arrest', 're_arrest', 'search_seizure', 'disappearance', 'whereabouts_disclosed', 'interrogation', 'charge_notified', 'security_order', 'detention_extended', 'bail_set', 'bail_paid', 'bail_forfeited', 'transfer', 'solitary_start', 'solitary_end', 'contact_denied', 'contact_allowed', 'lawyer_appointed', 'lawyer_denied', 'forced_confession', 'confession_broadcast', 'torture_allegation', 'indictment', 'charges_dropped', 'stay_of_proceedings', 'hearing', 'verdict_first', 'objection_in_absentia', 'appeal_filed', 'appeal_verdict', 'surrender_442', 'cassation_filed', 'cassation_result', 'retrial_request', 'retrial_result', 'review_477_request', 'review_477_result', 'sentence_changed', 'sentence_merged', 'summons_to_serve', 'enforcement_start', 'enforcement_postponed', 'furlough_start', 'furlough_extend', 'furlough_end', 'monitoring_start', 'monitoring_breach', 'monitoring_end', 'conditional_release_request', 'conditional_release_grant', 'conditional_release_revoked', 'pardon', 'release', 'new_case', 'execution_scheduled', 'execution_halted', 'execution_carried_out', 'death', 'hunger_strike_start', 'hunger_strike_end', 'medical_event', 'family_pressure', 'travel_ban', 'house_arrest_start', 'house_arrest_end', 'exile_start', 'exile_end', 'escape', 'left_country', 'deportation', 'statement', 'letter', 'intervention', 'status_reported', 'correction', 'other')) NOT NULL,  -- what happened
	happened_on TEXT CONSTRAINT events_happened_on CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(happened_on, 1, 10) <= substr(happened_on, 12, 10)),  -- when it happened
	until TEXT CONSTRAINT events_until CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(until, 1, 10) <= substr(until, 12, 10)),  -- until when, for something that lasted
	prison_id INTEGER,  -- the prison or detention centre
	ward TEXT CONSTRAINT events_ward CHECK (length(ward) BETWEEN 1 AND 500),  -- the ward, as written
	place TEXT CONSTRAINT events_place CHECK (length(place) BETWEEN 1 AND 500),  -- the place as written, where it is no prison of the list
	authority TEXT CONSTRAINT events_authority CHECK (authority IN ('MOIS', 'IRGC_IO', 'IRGC', 'BASIJ', 'FARAJA', 'NAJA', 'PAVA', 'FATA', 'JUD', 'PRISONS_ORGANIZATION', 'SNSC', 'CLERIC', 'MIL', 'PLAIN', 'INTEL_UNSPEC', 'UNK')),  -- who acted or who controls the ward
	status TEXT CONSTRAINT events_status CHECK (status IN ('summoned', 'at_large_wanted', 'detained_investigation', 'detained_pending_trial', 'detained_pending_appeal', 'imprisoned_serving', 'imprisoned_unknown_basis', 'furlough', 'hospital_custody', 'semi_liberty', 'electronic_monitoring', 'house_arrest', 'internal_exile', 'on_bail', 'released_on_undertaking', 'sentence_not_yet_enforced', 'suspended_sentence', 'sentence_postponed', 'conditional_release', 'released_end_of_term', 'released_pardon', 'released_acquitted_or_dropped', 'released_unknown_reason', 'escaped_or_left_country', 'disappeared', 'whereabouts_unknown', 'deported_or_handed_over', 'executed', 'died_in_custody', 'died_after_release', 'unknown')),  -- custody status after it, where it changed
	open_ended INTEGER CONSTRAINT events_open_ended CHECK (open_ended IN (0, 1)) NOT NULL,  -- without an end by its nature, such as an indefinite furlough
	amount INTEGER CONSTRAINT events_amount CHECK (amount >= 0),  -- amount of a bail, in whole units of the currency
	currency TEXT CONSTRAINT events_currency CHECK (length(currency) BETWEEN 1 AND 500),  -- currency of the amount: IRR, USD …
	violation TEXT CONSTRAINT events_violation CHECK (violation IN ('arbitrary_arrest', 'no_warrant', 'reasons_not_told', 'violence_at_arrest', 'unlawful_search', 'seizure_of_belongings', 'arbitrary_detention', 'detention_beyond_limit', 'held_after_end_of_term', 'hostage_taking', 'enforced_disappearance', 'incommunicado', 'counsel_denied', 'chosen_counsel_denied', 'family_visits_denied', 'telephone_denied', 'furlough_denied', 'health_care_denied', 'solitary_confinement', 'long_solitary_confinement', 'torture', 'psychological_torture', 'ill_treatment', 'sexual_violence', 'threats', 'forced_confession', 'confession_broadcast', 'prison_exile', 'punitive_transfer', 'not_separated_by_crime', 'minor_held_with_adults', 'assault_by_inmates', 'poor_conditions', 'forced_labour', 'pressure_on_family', 'unfair_trial', 'closed_hearing', 'file_access_denied', 'biased_judge', 'tried_in_absentia', 'no_interpreter', 'double_jeopardy', 'retroactive_punishment', 'corporal_punishment', 'execution', 'secret_execution', 'death_in_custody', 'burial_denied', 'education_denied', 'livelihood_denied', 'reprisal', 'other')),  -- the violation of rights it documents
	after_id INTEGER,  -- the event after which it came, where days do not tell
	summary TEXT CONSTRAINT events_summary CHECK (length(summary) BETWEEN 1 AND 100000),  -- what happened, in a sentence that may be published
	note TEXT CONSTRAINT events_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT events_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error, or reported and found untrue
	PRIMARY KEY (id),
	FOREIGN KEY(prisoner_id) REFERENCES prisoners (id),
	FOREIGN KEY(case_id) REFERENCES cases (id),
	FOREIGN KEY(prison_id) REFERENCES prisons (id),
	FOREIGN KEY(after_id) REFERENCES events (id)
)
 STRICT;

CREATE TABLE judgments (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	case_id INTEGER NOT NULL,  -- the case it belongs to
	number TEXT CONSTRAINT judgments_number CHECK (length(number) BETWEEN 1 AND 500),  -- number of the judgment, kept as text
	instance TEXT CONSTRAINT judgments_instance CHECK (instance IN ('first', 'objection', 'appeal', 'supreme', 'retrial', 'review_477')) NOT NULL,  -- the instance
	court_id INTEGER,  -- the court
	branch TEXT CONSTRAINT judgments_branch CHECK (length(branch) BETWEEN 1 AND 500),  -- the branch, as written
	judge_id INTEGER,  -- the judge
	given_on TEXT CONSTRAINT judgments_given_on CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(given_on, 1, 10) <= substr(given_on, 12, 10)),  -- day of the judgment
	notified_on TEXT CONSTRAINT judgments_notified_on CHECK (notified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(notified_on, 1, 10) <= substr(notified_on, 12, 10)),  -- day on which it was notified; the time to appeal runs from it (CPC 431)
	in_absentia INTEGER CONSTRAINT judgments_in_absentia CHECK (in_absentia IN (0, 1)) NOT NULL,  -- given in the absence of the defendant
	outcome TEXT CONSTRAINT judgments_outcome CHECK (outcome IN ('convicted', 'acquitted', 'upheld', 'reduced', 'increased', 'changed', 'quashed', 'remanded', 'mixed', 'rejected', 'granted', 'unknown')) NOT NULL,  -- what was decided
	announced_total TEXT CONSTRAINT judgments_announced_total CHECK (length(announced_total) BETWEEN 1 AND 500),  -- the total as announced, in the words of the source
	reported_years INTEGER CONSTRAINT judgments_reported_years CHECK (reported_years >= 0),  -- years that were reported as enforceable; stand before the computed term
	reported_months INTEGER CONSTRAINT judgments_reported_months CHECK (reported_months >= 0),  -- months that were reported as enforceable
	reported_half_month INTEGER CONSTRAINT judgments_reported_half_month CHECK (reported_half_month IN (0, 1)) NOT NULL,  -- and half a month that was reported as enforceable
	reported_days INTEGER CONSTRAINT judgments_reported_days CHECK (reported_days >= 0),  -- days that were reported as enforceable
	merges INTEGER CONSTRAINT judgments_merges CHECK (merges IN (0, 1)) NOT NULL,  -- this judgment merges earlier judgments of the same person (CPC 510)
	note TEXT CONSTRAINT judgments_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT judgments_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(case_id) REFERENCES cases (id),
	FOREIGN KEY(court_id) REFERENCES courts (id),
	FOREIGN KEY(judge_id) REFERENCES officials (id)
)
 STRICT;

CREATE TABLE sentences (
	id INTEGER NOT NULL,  -- number, allotted by this copy of the registry and never used again
	judgment_id INTEGER NOT NULL,  -- the judgment it stands in
	charge_id INTEGER,  -- the charge it punishes, where known
	kind TEXT CONSTRAINT sentences_kind CHECK (kind IN ('prison', 'life', 'death', 'crucifixion', 'amputation', 'retribution', 'blood_money', 'lashes', 'fine', 'exile', 'prison_in_exile', 'residence_obligation', 'residence_ban', 'travel_ban', 'passport_revocation', 'activity_ban', 'membership_ban', 'profession_ban', 'media_ban', 'online_ban', 'driving_ban', 'cheque_ban', 'weapon_ban', 'confiscation', 'seizure_of_means', 'dismissal', 'deprivation_of_rights', 'community_service', 'training', 'book_study', 'publication_of_judgment', 'expulsion', 'other')) NOT NULL,  -- what kind of punishment
	years INTEGER CONSTRAINT sentences_years CHECK (years >= 0),  -- years
	months INTEGER CONSTRAINT sentences_months CHECK (months >= 0),  -- months
	half_month INTEGER CONSTRAINT sentences_half_month CHECK (half_month IN (0, 1)) NOT NULL,  -- and half a month, as in `two years and 7½ months`
	days INTEGER CONSTRAINT sentences_days CHECK (days >= 0),  -- days
	lashes INTEGER CONSTRAINT sentences_lashes CHECK (lashes >= 0),  -- number of lashes
	amount INTEGER CONSTRAINT sentences_amount CHECK (amount >= 0),  -- amount of a fine, in whole units of the currency
	currency TEXT CONSTRAINT sentences_currency CHECK (length(currency) BETWEEN 1 AND 500),  -- currency of the amount: IRR, USD …
	place TEXT CONSTRAINT sentences_place CHECK (length(place) BETWEEN 1 AND 500),  -- place of an exile or of a residence ban
	suspended INTEGER CONSTRAINT sentences_suspended CHECK (suspended IN (0, 1)) NOT NULL,  -- wholly suspended (IPC 46)
	suspended_years INTEGER CONSTRAINT sentences_suspended_years CHECK (suspended_years >= 0),  -- years of it that are suspended
	suspended_months INTEGER CONSTRAINT sentences_suspended_months CHECK (suspended_months >= 0),  -- months of it that are suspended
	suspended_half_month INTEGER CONSTRAINT sentences_suspended_half_month CHECK (suspended_half_month IN (0, 1)) NOT NULL,  -- and half a month of it is suspended
	suspended_days INTEGER CONSTRAINT sentences_suspended_days CHECK (suspended_days >= 0),  -- days of it that are suspended
	convertible INTEGER CONSTRAINT sentences_convertible CHECK (convertible IN (0, 1)),  -- the court allows it to be exchanged for a fine; empty is not recorded
	probation_years INTEGER CONSTRAINT sentences_probation_years CHECK (probation_years >= 0),  -- length of the probation of a suspended sentence, in years
	state TEXT CONSTRAINT sentences_state CHECK (state IN ('issued', 'upheld', 'reduced', 'quashed', 'commuted', 'pardoned', 'served')) NOT NULL,  -- what became of it
	reduced_years INTEGER CONSTRAINT sentences_reduced_years CHECK (reduced_years >= 0),  -- years to which it was reduced or commuted
	reduced_months INTEGER CONSTRAINT sentences_reduced_months CHECK (reduced_months >= 0),  -- months to which it was reduced or commuted
	reduced_half_month INTEGER CONSTRAINT sentences_reduced_half_month CHECK (reduced_half_month IN (0, 1)) NOT NULL,  -- and half a month to which it was reduced or commuted
	reduced_days INTEGER CONSTRAINT sentences_reduced_days CHECK (reduced_days >= 0),  -- days to which it was reduced or commuted
	becomes TEXT CONSTRAINT sentences_becomes CHECK (becomes IN ('prison', 'life', 'death', 'crucifixion', 'amputation', 'retribution', 'blood_money', 'lashes', 'fine', 'exile', 'prison_in_exile', 'residence_obligation', 'residence_ban', 'travel_ban', 'passport_revocation', 'activity_ban', 'membership_ban', 'profession_ban', 'media_ban', 'online_ban', 'driving_ban', 'cheque_ban', 'weapon_ban', 'confiscation', 'seizure_of_means', 'dismissal', 'deprivation_of_rights', 'community_service', 'training', 'book_study', 'publication_of_judgment', 'expulsion', 'other')),  -- the kind of punishment into which it was commuted
	by_pardon INTEGER CONSTRAINT sentences_by_pardon CHECK (by_pardon IN (0, 1)),  -- commuted by pardon and not by a court; empty is not recorded
	act TEXT CONSTRAINT sentences_act CHECK (length(act) BETWEEN 1 AND 500),  -- a mark shared by the components for one single act (IPC 131), such as `a`
	official_release TEXT CONSTRAINT sentences_official_release CHECK (official_release GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] *|*|*' AND substr(official_release, 1, 10) <= substr(official_release, 12, 10)),  -- release date as officially reported; stands beside the projection
	quoted TEXT CONSTRAINT sentences_quoted CHECK (length(quoted) BETWEEN 1 AND 500),  -- the wording of the source, as written
	note TEXT CONSTRAINT sentences_note CHECK (length(note) BETWEEN 1 AND 100000),  -- internal note; never leaves
	withdrawn INTEGER CONSTRAINT sentences_withdrawn CHECK (withdrawn IN (0, 1)) NOT NULL,  -- entered in error
	PRIMARY KEY (id),
	FOREIGN KEY(judgment_id) REFERENCES judgments (id),
	FOREIGN KEY(charge_id) REFERENCES charges (id)
)
 STRICT;

CREATE INDEX ix_interventions_follows ON interventions (follows);

CREATE INDEX ix_prisoners_merged_into ON prisoners (merged_into);

CREATE INDEX ix_prisons_successor_id ON prisons (successor_id);

CREATE INDEX ix_sources_derived_from ON sources (derived_from);

CREATE INDEX ix_updates_undoes ON updates (undoes);

CREATE INDEX ix_activities_prisoner_id ON activities (prisoner_id);

CREATE INDEX ix_beneficiaries_intervention_id ON beneficiaries (intervention_id);

CREATE INDEX ix_beneficiaries_prisoner_id ON beneficiaries (prisoner_id);

CREATE INDEX ix_cases_prisoner_id ON cases (prisoner_id);

CREATE INDEX changes_prisoner ON changes (prisoner_id, update_id);

CREATE INDEX changes_row ON changes (table_name, row_id);

CREATE INDEX ix_citations_prisoner_id ON citations (prisoner_id);

CREATE INDEX ix_citations_source_id ON citations (source_id);

CREATE INDEX ix_consents_prisoner_id ON consents (prisoner_id);

CREATE INDEX ix_contacts_prisoner_id ON contacts (prisoner_id);

CREATE INDEX ix_estimates_overlaps ON estimates (overlaps);

CREATE INDEX ix_estimates_prison_id ON estimates (prison_id);

CREATE INDEX ix_exports_intervention_id ON exports (intervention_id);

CREATE INDEX ix_exports_made_from ON exports (made_from);

CREATE INDEX ix_external_ids_prisoner_id ON external_ids (prisoner_id);

CREATE INDEX ix_files_prisoner_id ON files (prisoner_id);

CREATE INDEX ix_files_source_id ON files (source_id);

CREATE INDEX ix_follow_ups_prisoner_id ON follow_ups (prisoner_id);

CREATE INDEX ix_health_prisoner_id ON health (prisoner_id);

CREATE INDEX ix_names_prisoner_id ON names (prisoner_id);

CREATE INDEX ix_not_the_same_other_id ON not_the_same (other_id);

CREATE INDEX ix_not_the_same_prisoner_id ON not_the_same (prisoner_id);

CREATE INDEX ix_postings_court_id ON postings (court_id);

CREATE INDEX ix_postings_official_id ON postings (official_id);

CREATE INDEX ix_postings_prison_id ON postings (prison_id);

CREATE INDEX ix_relations_other_id ON relations (other_id);

CREATE INDEX ix_relations_prisoner_id ON relations (prisoner_id);

CREATE INDEX ix_charges_case_id ON charges (case_id);

CREATE INDEX ix_charges_instead_of ON charges (instead_of);

CREATE INDEX ix_charges_offence_id ON charges (offence_id);

CREATE INDEX ix_events_after_id ON events (after_id);

CREATE INDEX ix_events_case_id ON events (case_id);

CREATE INDEX ix_events_prison_id ON events (prison_id);

CREATE INDEX ix_events_prisoner_id ON events (prisoner_id);

CREATE INDEX ix_judgments_case_id ON judgments (case_id);

CREATE INDEX ix_judgments_court_id ON judgments (court_id);

CREATE INDEX ix_judgments_judge_id ON judgments (judge_id);

CREATE INDEX ix_sentences_charge_id ON sentences (charge_id);

CREATE INDEX ix_sentences_judgment_id ON sentences (judgment_id);

CREATE VIEW people AS
SELECT prisoners.id, headlines.name_latin, headlines.name_persian,
  prisoners.father, prisoners.gender, prisoners.born, prisoners.birthplace, prisoners.residence,
  prisoners.nationality, prisoners.other_nationality, prisoners.ethnicity, prisoners.ethnicity_presumed,
  prisoners.religion, prisoners.religion_presumed, prisoners.occupation, prisoners.summary, prisoners.note,
  prisoners.import_note, prisoners.naming, prisoners.basis, prisoners.basis_source, prisoners.priority,
  prisoners.verified_on, prisoners.merged_into, prisoners.withdrawn,
  headlines.status, headlines.status_event_id, headlines.since, headlines.held_since,
  headlines.prison_id, prisons.name_en AS prison, prisons.name_fa AS prison_fa, prisons.province,
  headlines.ward, headlines.place, coalesce(headlines.order_uncertain, 0) AS order_uncertain,
  coalesce(headlines.version, 0) AS version
FROM prisoners
LEFT JOIN headlines ON headlines.prisoner_id = prisoners.id
LEFT JOIN prisons ON prisons.id = headlines.prison_id;

CREATE VIEW timeline AS
SELECT events.id, events.prisoner_id, events.case_id, events.kind, events.happened_on, events.until,
  events.prison_id, prisons.name_en AS prison, prisons.name_fa AS prison_fa, prisons.province, events.ward,
  events.place, events.authority, events.status, events.open_ended, events.amount, events.currency,
  events.violation, events.after_id, events.summary, events.note
FROM events
LEFT JOIN prisons ON prisons.id = events.prison_id
WHERE events.withdrawn = 0;

CREATE VIEW charge_sheet AS
SELECT charges.id, cases.prisoner_id, charges.case_id, charges.offence_id, offences.law, offences.article,
  offences.bis, offences.name_en, offences.name_fa, offences.punishment_class, offences.min_years,
  offences.min_months, offences.min_days, offences.max_years, offences.max_months, offences.max_days,
  offences.valid_from, offences.valid_until, charges.quoted, charges.state, charges.laid_on, charges.act_on,
  charges.instead_of
FROM charges
JOIN cases ON cases.id = charges.case_id AND cases.withdrawn = 0
LEFT JOIN offences ON offences.id = charges.offence_id
WHERE charges.withdrawn = 0;

CREATE VIEW judgment_sheet AS
SELECT judgments.id, cases.prisoner_id, judgments.case_id, judgments.number, judgments.instance,
  judgments.court_id, courts.name_en AS court, courts.name_fa AS court_fa, judgments.branch,
  judgments.judge_id, officials.name_en AS judge, officials.name_fa AS judge_fa, judgments.given_on,
  judgments.notified_on, judgments.in_absentia, judgments.outcome, judgments.announced_total,
  judgments.reported_years, judgments.reported_months, judgments.reported_half_month, judgments.reported_days,
  judgments.merges, judgments.note
FROM judgments
JOIN cases ON cases.id = judgments.case_id AND cases.withdrawn = 0
LEFT JOIN courts ON courts.id = judgments.court_id
LEFT JOIN officials ON officials.id = judgments.judge_id
WHERE judgments.withdrawn = 0;

CREATE VIEW sentence_sheet AS
SELECT sentences.id, cases.prisoner_id, judgments.case_id, sentences.judgment_id, sentences.charge_id,
  sentences.kind, sentences.years, sentences.months, sentences.half_month, sentences.days, sentences.lashes,
  sentences.amount, sentences.currency, sentences.place, sentences.suspended, sentences.suspended_years,
  sentences.suspended_months, sentences.suspended_half_month, sentences.suspended_days,
  sentences.convertible, sentences.probation_years, sentences.state, sentences.reduced_years, sentences.reduced_months,
  sentences.reduced_half_month, sentences.reduced_days, sentences.becomes, sentences.by_pardon, sentences.act,
  sentences.official_release, sentences.quoted, sentences.note, judgments.given_on, judgments.notified_on,
  judgments.instance
FROM sentences
JOIN judgments ON judgments.id = sentences.judgment_id AND judgments.withdrawn = 0
JOIN cases ON cases.id = judgments.case_id AND cases.withdrawn = 0
WHERE sentences.withdrawn = 0;

CREATE VIEW sourced AS
SELECT citations.id, citations.prisoner_id, citations.about_table, citations.about_row, citations.field,
  citations.value, citations.credibility, citations.quoted, citations.source_id, sources.kind, sources.outlet,
  sources.title, sources.author, sources.url, sources.archived_url, sources.published_on, sources.reliability,
  sources.confidentiality, sources.derived_from
FROM citations
JOIN sources ON sources.id = citations.source_id AND sources.withdrawn = 0
WHERE citations.withdrawn = 0;

CREATE VIEW history_lines AS
SELECT changes.update_id, changes.line, changes.table_name, changes.row_id, changes.prisoner_id, changes.field,
  changes.old, changes.new, updates.at, updates.by_whom, updates.because, updates.kind, updates.undoes,
  erasures.commitment IS NOT NULL AS erased
FROM changes
JOIN updates ON updates.id = changes.update_id
LEFT JOIN erasures ON erasures.update_id = changes.update_id AND erasures.line = changes.line;

CREATE TRIGGER prisons_signed_insert BEFORE INSERT ON prisons
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER prisons_signed_update BEFORE UPDATE ON prisons
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER prisons_signed_delete BEFORE DELETE ON prisons
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER prisons_not_again BEFORE INSERT ON prisons
WHEN EXISTS (SELECT 1 FROM prisons WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER prisons_same_number BEFORE UPDATE ON prisons
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER prisons_added AFTER INSERT ON prisons
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'prisons', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'name_en', NULL, NEW.name_en
    UNION ALL SELECT 'name_fa', NULL, NEW.name_fa
    UNION ALL SELECT 'aliases_en', NULL, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', NULL, NEW.aliases_fa
    UNION ALL SELECT 'province', NULL, NEW.province
    UNION ALL SELECT 'city', NULL, NEW.city
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'wards', NULL, NEW.wards
    UNION ALL SELECT 'opened_on', NULL, NEW.opened_on
    UNION ALL SELECT 'closed_on', NULL, NEW.closed_on
    UNION ALL SELECT 'successor_id', NULL, NEW.successor_id
    UNION ALL SELECT 'unconfirmed', NULL, NEW.unconfirmed
    UNION ALL SELECT 'source', NULL, NEW.source
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER prisons_amended AFTER UPDATE ON prisons
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'prisons', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'name_en' AS field, OLD.name_en AS old, NEW.name_en AS new
    UNION ALL SELECT 'name_fa', OLD.name_fa, NEW.name_fa
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NEW.aliases_fa
    UNION ALL SELECT 'province', OLD.province, NEW.province
    UNION ALL SELECT 'city', OLD.city, NEW.city
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'wards', OLD.wards, NEW.wards
    UNION ALL SELECT 'opened_on', OLD.opened_on, NEW.opened_on
    UNION ALL SELECT 'closed_on', OLD.closed_on, NEW.closed_on
    UNION ALL SELECT 'successor_id', OLD.successor_id, NEW.successor_id
    UNION ALL SELECT 'unconfirmed', OLD.unconfirmed, NEW.unconfirmed
    UNION ALL SELECT 'source', OLD.source, NEW.source
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER prisons_removed BEFORE DELETE ON prisons
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'prisons', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'name_en', OLD.name_en, NULL
    UNION ALL SELECT 'name_fa', OLD.name_fa, NULL
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NULL
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NULL
    UNION ALL SELECT 'province', OLD.province, NULL
    UNION ALL SELECT 'city', OLD.city, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'wards', OLD.wards, NULL
    UNION ALL SELECT 'opened_on', OLD.opened_on, NULL
    UNION ALL SELECT 'closed_on', OLD.closed_on, NULL
    UNION ALL SELECT 'successor_id', OLD.successor_id, NULL
    UNION ALL SELECT 'unconfirmed', OLD.unconfirmed, NULL
    UNION ALL SELECT 'source', OLD.source, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER courts_signed_insert BEFORE INSERT ON courts
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER courts_signed_update BEFORE UPDATE ON courts
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER courts_signed_delete BEFORE DELETE ON courts
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER courts_not_again BEFORE INSERT ON courts
WHEN EXISTS (SELECT 1 FROM courts WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER courts_same_number BEFORE UPDATE ON courts
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER courts_added AFTER INSERT ON courts
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'courts', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'name_en', NULL, NEW.name_en
    UNION ALL SELECT 'name_fa', NULL, NEW.name_fa
    UNION ALL SELECT 'aliases_en', NULL, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', NULL, NEW.aliases_fa
    UNION ALL SELECT 'city', NULL, NEW.city
    UNION ALL SELECT 'province', NULL, NEW.province
    UNION ALL SELECT 'branch', NULL, NEW.branch
    UNION ALL SELECT 'unconfirmed', NULL, NEW.unconfirmed
    UNION ALL SELECT 'source', NULL, NEW.source
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER courts_amended AFTER UPDATE ON courts
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'courts', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'kind' AS field, OLD.kind AS old, NEW.kind AS new
    UNION ALL SELECT 'name_en', OLD.name_en, NEW.name_en
    UNION ALL SELECT 'name_fa', OLD.name_fa, NEW.name_fa
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NEW.aliases_fa
    UNION ALL SELECT 'city', OLD.city, NEW.city
    UNION ALL SELECT 'province', OLD.province, NEW.province
    UNION ALL SELECT 'branch', OLD.branch, NEW.branch
    UNION ALL SELECT 'unconfirmed', OLD.unconfirmed, NEW.unconfirmed
    UNION ALL SELECT 'source', OLD.source, NEW.source
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER courts_removed BEFORE DELETE ON courts
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'courts', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'name_en', OLD.name_en, NULL
    UNION ALL SELECT 'name_fa', OLD.name_fa, NULL
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NULL
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NULL
    UNION ALL SELECT 'city', OLD.city, NULL
    UNION ALL SELECT 'province', OLD.province, NULL
    UNION ALL SELECT 'branch', OLD.branch, NULL
    UNION ALL SELECT 'unconfirmed', OLD.unconfirmed, NULL
    UNION ALL SELECT 'source', OLD.source, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER officials_signed_insert BEFORE INSERT ON officials
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER officials_signed_update BEFORE UPDATE ON officials
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER officials_signed_delete BEFORE DELETE ON officials
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER officials_not_again BEFORE INSERT ON officials
WHEN EXISTS (SELECT 1 FROM officials WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER officials_same_number BEFORE UPDATE ON officials
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER officials_added AFTER INSERT ON officials
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'officials', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'name_en', NULL, NEW.name_en
    UNION ALL SELECT 'name_fa', NULL, NEW.name_fa
    UNION ALL SELECT 'aliases_en', NULL, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', NULL, NEW.aliases_fa
    UNION ALL SELECT 'role', NULL, NEW.role
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER officials_amended AFTER UPDATE ON officials
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'officials', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'name_en' AS field, OLD.name_en AS old, NEW.name_en AS new
    UNION ALL SELECT 'name_fa', OLD.name_fa, NEW.name_fa
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NEW.aliases_fa
    UNION ALL SELECT 'role', OLD.role, NEW.role
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER officials_removed BEFORE DELETE ON officials
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'officials', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'name_en', OLD.name_en, NULL
    UNION ALL SELECT 'name_fa', OLD.name_fa, NULL
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NULL
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NULL
    UNION ALL SELECT 'role', OLD.role, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER postings_signed_insert BEFORE INSERT ON postings
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER postings_signed_update BEFORE UPDATE ON postings
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER postings_signed_delete BEFORE DELETE ON postings
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER postings_not_again BEFORE INSERT ON postings
WHEN EXISTS (SELECT 1 FROM postings WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER postings_same_number BEFORE UPDATE ON postings
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER postings_added AFTER INSERT ON postings
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'postings', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'official_id', NULL, NEW.official_id
    UNION ALL SELECT 'court_id', NULL, NEW.court_id
    UNION ALL SELECT 'prison_id', NULL, NEW.prison_id
    UNION ALL SELECT 'branch', NULL, NEW.branch
    UNION ALL SELECT 'role', NULL, NEW.role
    UNION ALL SELECT 'since', NULL, NEW.since
    UNION ALL SELECT 'until', NULL, NEW.until
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER postings_amended AFTER UPDATE ON postings
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'postings', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'official_id' AS field, OLD.official_id AS old, NEW.official_id AS new
    UNION ALL SELECT 'court_id', OLD.court_id, NEW.court_id
    UNION ALL SELECT 'prison_id', OLD.prison_id, NEW.prison_id
    UNION ALL SELECT 'branch', OLD.branch, NEW.branch
    UNION ALL SELECT 'role', OLD.role, NEW.role
    UNION ALL SELECT 'since', OLD.since, NEW.since
    UNION ALL SELECT 'until', OLD.until, NEW.until
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER postings_removed BEFORE DELETE ON postings
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'postings', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'official_id', OLD.official_id, NULL
    UNION ALL SELECT 'court_id', OLD.court_id, NULL
    UNION ALL SELECT 'prison_id', OLD.prison_id, NULL
    UNION ALL SELECT 'branch', OLD.branch, NULL
    UNION ALL SELECT 'role', OLD.role, NULL
    UNION ALL SELECT 'since', OLD.since, NULL
    UNION ALL SELECT 'until', OLD.until, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER offences_signed_insert BEFORE INSERT ON offences
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER offences_signed_update BEFORE UPDATE ON offences
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER offences_signed_delete BEFORE DELETE ON offences
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER offences_not_again BEFORE INSERT ON offences
WHEN EXISTS (SELECT 1 FROM offences WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER offences_same_number BEFORE UPDATE ON offences
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER offences_added AFTER INSERT ON offences
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'offences', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'law', NULL, NEW.law
    UNION ALL SELECT 'year', NULL, NEW.year
    UNION ALL SELECT 'article', NULL, NEW.article
    UNION ALL SELECT 'bis', NULL, NEW.bis
    UNION ALL SELECT 'paragraph', NULL, NEW.paragraph
    UNION ALL SELECT 'name_en', NULL, NEW.name_en
    UNION ALL SELECT 'name_fa', NULL, NEW.name_fa
    UNION ALL SELECT 'aliases_en', NULL, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', NULL, NEW.aliases_fa
    UNION ALL SELECT 'punishment_class', NULL, NEW.punishment_class
    UNION ALL SELECT 'min_years', NULL, NEW.min_years
    UNION ALL SELECT 'min_months', NULL, NEW.min_months
    UNION ALL SELECT 'min_days', NULL, NEW.min_days
    UNION ALL SELECT 'max_years', NULL, NEW.max_years
    UNION ALL SELECT 'max_months', NULL, NEW.max_months
    UNION ALL SELECT 'max_days', NULL, NEW.max_days
    UNION ALL SELECT 'max_lashes', NULL, NEW.max_lashes
    UNION ALL SELECT 'other_punishment', NULL, NEW.other_punishment
    UNION ALL SELECT 'valid_from', NULL, NEW.valid_from
    UNION ALL SELECT 'valid_until', NULL, NEW.valid_until
    UNION ALL SELECT 'unconfirmed', NULL, NEW.unconfirmed
    UNION ALL SELECT 'source', NULL, NEW.source
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER offences_amended AFTER UPDATE ON offences
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'offences', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'law' AS field, OLD.law AS old, NEW.law AS new
    UNION ALL SELECT 'year', OLD.year, NEW.year
    UNION ALL SELECT 'article', OLD.article, NEW.article
    UNION ALL SELECT 'bis', OLD.bis, NEW.bis
    UNION ALL SELECT 'paragraph', OLD.paragraph, NEW.paragraph
    UNION ALL SELECT 'name_en', OLD.name_en, NEW.name_en
    UNION ALL SELECT 'name_fa', OLD.name_fa, NEW.name_fa
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NEW.aliases_en
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NEW.aliases_fa
    UNION ALL SELECT 'punishment_class', OLD.punishment_class, NEW.punishment_class
    UNION ALL SELECT 'min_years', OLD.min_years, NEW.min_years
    UNION ALL SELECT 'min_months', OLD.min_months, NEW.min_months
    UNION ALL SELECT 'min_days', OLD.min_days, NEW.min_days
    UNION ALL SELECT 'max_years', OLD.max_years, NEW.max_years
    UNION ALL SELECT 'max_months', OLD.max_months, NEW.max_months
    UNION ALL SELECT 'max_days', OLD.max_days, NEW.max_days
    UNION ALL SELECT 'max_lashes', OLD.max_lashes, NEW.max_lashes
    UNION ALL SELECT 'other_punishment', OLD.other_punishment, NEW.other_punishment
    UNION ALL SELECT 'valid_from', OLD.valid_from, NEW.valid_from
    UNION ALL SELECT 'valid_until', OLD.valid_until, NEW.valid_until
    UNION ALL SELECT 'unconfirmed', OLD.unconfirmed, NEW.unconfirmed
    UNION ALL SELECT 'source', OLD.source, NEW.source
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER offences_removed BEFORE DELETE ON offences
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'offences', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'law', OLD.law, NULL
    UNION ALL SELECT 'year', OLD.year, NULL
    UNION ALL SELECT 'article', OLD.article, NULL
    UNION ALL SELECT 'bis', OLD.bis, NULL
    UNION ALL SELECT 'paragraph', OLD.paragraph, NULL
    UNION ALL SELECT 'name_en', OLD.name_en, NULL
    UNION ALL SELECT 'name_fa', OLD.name_fa, NULL
    UNION ALL SELECT 'aliases_en', OLD.aliases_en, NULL
    UNION ALL SELECT 'aliases_fa', OLD.aliases_fa, NULL
    UNION ALL SELECT 'punishment_class', OLD.punishment_class, NULL
    UNION ALL SELECT 'min_years', OLD.min_years, NULL
    UNION ALL SELECT 'min_months', OLD.min_months, NULL
    UNION ALL SELECT 'min_days', OLD.min_days, NULL
    UNION ALL SELECT 'max_years', OLD.max_years, NULL
    UNION ALL SELECT 'max_months', OLD.max_months, NULL
    UNION ALL SELECT 'max_days', OLD.max_days, NULL
    UNION ALL SELECT 'max_lashes', OLD.max_lashes, NULL
    UNION ALL SELECT 'other_punishment', OLD.other_punishment, NULL
    UNION ALL SELECT 'valid_from', OLD.valid_from, NULL
    UNION ALL SELECT 'valid_until', OLD.valid_until, NULL
    UNION ALL SELECT 'unconfirmed', OLD.unconfirmed, NULL
    UNION ALL SELECT 'source', OLD.source, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER sources_signed_insert BEFORE INSERT ON sources
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER sources_signed_update BEFORE UPDATE ON sources
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER sources_signed_delete BEFORE DELETE ON sources
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER sources_not_again BEFORE INSERT ON sources
WHEN EXISTS (SELECT 1 FROM sources WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER sources_same_number BEFORE UPDATE ON sources
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER sources_added AFTER INSERT ON sources
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'sources', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'outlet', NULL, NEW.outlet
    UNION ALL SELECT 'title', NULL, NEW.title
    UNION ALL SELECT 'author', NULL, NEW.author
    UNION ALL SELECT 'url', NULL, NEW.url
    UNION ALL SELECT 'archived_url', NULL, NEW.archived_url
    UNION ALL SELECT 'published_on', NULL, NEW.published_on
    UNION ALL SELECT 'accessed_on', NULL, NEW.accessed_on
    UNION ALL SELECT 'language', NULL, NEW.language
    UNION ALL SELECT 'reliability', NULL, NEW.reliability
    UNION ALL SELECT 'confidentiality', NULL, NEW.confidentiality
    UNION ALL SELECT 'derived_from', NULL, NEW.derived_from
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER sources_amended AFTER UPDATE ON sources
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'sources', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'kind' AS field, OLD.kind AS old, NEW.kind AS new
    UNION ALL SELECT 'outlet', OLD.outlet, NEW.outlet
    UNION ALL SELECT 'title', OLD.title, NEW.title
    UNION ALL SELECT 'author', OLD.author, NEW.author
    UNION ALL SELECT 'url', OLD.url, NEW.url
    UNION ALL SELECT 'archived_url', OLD.archived_url, NEW.archived_url
    UNION ALL SELECT 'published_on', OLD.published_on, NEW.published_on
    UNION ALL SELECT 'accessed_on', OLD.accessed_on, NEW.accessed_on
    UNION ALL SELECT 'language', OLD.language, NEW.language
    UNION ALL SELECT 'reliability', OLD.reliability, NEW.reliability
    UNION ALL SELECT 'confidentiality', OLD.confidentiality, NEW.confidentiality
    UNION ALL SELECT 'derived_from', OLD.derived_from, NEW.derived_from
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER sources_removed BEFORE DELETE ON sources
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'sources', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'outlet', OLD.outlet, NULL
    UNION ALL SELECT 'title', OLD.title, NULL
    UNION ALL SELECT 'author', OLD.author, NULL
    UNION ALL SELECT 'url', OLD.url, NULL
    UNION ALL SELECT 'archived_url', OLD.archived_url, NULL
    UNION ALL SELECT 'published_on', OLD.published_on, NULL
    UNION ALL SELECT 'accessed_on', OLD.accessed_on, NULL
    UNION ALL SELECT 'language', OLD.language, NULL
    UNION ALL SELECT 'reliability', OLD.reliability, NULL
    UNION ALL SELECT 'confidentiality', OLD.confidentiality, NULL
    UNION ALL SELECT 'derived_from', OLD.derived_from, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER prisoners_signed_insert BEFORE INSERT ON prisoners
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER prisoners_signed_update BEFORE UPDATE ON prisoners
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER prisoners_signed_delete BEFORE DELETE ON prisoners
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER prisoners_not_again BEFORE INSERT ON prisoners
WHEN EXISTS (SELECT 1 FROM prisoners WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER prisoners_same_number BEFORE UPDATE ON prisoners
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER prisoners_added AFTER INSERT ON prisoners
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'prisoners', NEW.id, NEW.id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'father', NULL, NEW.father
    UNION ALL SELECT 'gender', NULL, NEW.gender
    UNION ALL SELECT 'born', NULL, NEW.born
    UNION ALL SELECT 'birthplace', NULL, NEW.birthplace
    UNION ALL SELECT 'residence', NULL, NEW.residence
    UNION ALL SELECT 'nationality', NULL, NEW.nationality
    UNION ALL SELECT 'other_nationality', NULL, NEW.other_nationality
    UNION ALL SELECT 'ethnicity', NULL, NEW.ethnicity
    UNION ALL SELECT 'ethnicity_presumed', NULL, NEW.ethnicity_presumed
    UNION ALL SELECT 'religion', NULL, NEW.religion
    UNION ALL SELECT 'religion_presumed', NULL, NEW.religion_presumed
    UNION ALL SELECT 'occupation', NULL, NEW.occupation
    UNION ALL SELECT 'summary', NULL, NEW.summary
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'import_note', NULL, NEW.import_note
    UNION ALL SELECT 'naming', NULL, NEW.naming
    UNION ALL SELECT 'basis', NULL, NEW.basis
    UNION ALL SELECT 'basis_source', NULL, NEW.basis_source
    UNION ALL SELECT 'priority', NULL, NEW.priority
    UNION ALL SELECT 'verified_on', NULL, NEW.verified_on
    UNION ALL SELECT 'merged_into', NULL, NEW.merged_into
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER prisoners_amended AFTER UPDATE ON prisoners
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'prisoners', NEW.id, NEW.id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'father' AS field, OLD.father AS old, NEW.father AS new
    UNION ALL SELECT 'gender', OLD.gender, NEW.gender
    UNION ALL SELECT 'born', OLD.born, NEW.born
    UNION ALL SELECT 'birthplace', OLD.birthplace, NEW.birthplace
    UNION ALL SELECT 'residence', OLD.residence, NEW.residence
    UNION ALL SELECT 'nationality', OLD.nationality, NEW.nationality
    UNION ALL SELECT 'other_nationality', OLD.other_nationality, NEW.other_nationality
    UNION ALL SELECT 'ethnicity', OLD.ethnicity, NEW.ethnicity
    UNION ALL SELECT 'ethnicity_presumed', OLD.ethnicity_presumed, NEW.ethnicity_presumed
    UNION ALL SELECT 'religion', OLD.religion, NEW.religion
    UNION ALL SELECT 'religion_presumed', OLD.religion_presumed, NEW.religion_presumed
    UNION ALL SELECT 'occupation', OLD.occupation, NEW.occupation
    UNION ALL SELECT 'summary', OLD.summary, NEW.summary
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'import_note', OLD.import_note, NEW.import_note
    UNION ALL SELECT 'naming', OLD.naming, NEW.naming
    UNION ALL SELECT 'basis', OLD.basis, NEW.basis
    UNION ALL SELECT 'basis_source', OLD.basis_source, NEW.basis_source
    UNION ALL SELECT 'priority', OLD.priority, NEW.priority
    UNION ALL SELECT 'verified_on', OLD.verified_on, NEW.verified_on
    UNION ALL SELECT 'merged_into', OLD.merged_into, NEW.merged_into
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER prisoners_removed BEFORE DELETE ON prisoners
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'prisoners', OLD.id, OLD.id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'father', OLD.father, NULL
    UNION ALL SELECT 'gender', OLD.gender, NULL
    UNION ALL SELECT 'born', OLD.born, NULL
    UNION ALL SELECT 'birthplace', OLD.birthplace, NULL
    UNION ALL SELECT 'residence', OLD.residence, NULL
    UNION ALL SELECT 'nationality', OLD.nationality, NULL
    UNION ALL SELECT 'other_nationality', OLD.other_nationality, NULL
    UNION ALL SELECT 'ethnicity', OLD.ethnicity, NULL
    UNION ALL SELECT 'ethnicity_presumed', OLD.ethnicity_presumed, NULL
    UNION ALL SELECT 'religion', OLD.religion, NULL
    UNION ALL SELECT 'religion_presumed', OLD.religion_presumed, NULL
    UNION ALL SELECT 'occupation', OLD.occupation, NULL
    UNION ALL SELECT 'summary', OLD.summary, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'import_note', OLD.import_note, NULL
    UNION ALL SELECT 'naming', OLD.naming, NULL
    UNION ALL SELECT 'basis', OLD.basis, NULL
    UNION ALL SELECT 'basis_source', OLD.basis_source, NULL
    UNION ALL SELECT 'priority', OLD.priority, NULL
    UNION ALL SELECT 'verified_on', OLD.verified_on, NULL
    UNION ALL SELECT 'merged_into', OLD.merged_into, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER names_signed_insert BEFORE INSERT ON names
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER names_signed_update BEFORE UPDATE ON names
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER names_signed_delete BEFORE DELETE ON names
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER names_not_again BEFORE INSERT ON names
WHEN EXISTS (SELECT 1 FROM names WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER names_same_number BEFORE UPDATE ON names
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER names_added AFTER INSERT ON names
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'names', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'text', NULL, NEW.text
    UNION ALL SELECT 'family', NULL, NEW.family
    UNION ALL SELECT 'script', NULL, NEW.script
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'is_primary', NULL, NEW.is_primary
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER names_amended AFTER UPDATE ON names
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'names', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'text', OLD.text, NEW.text
    UNION ALL SELECT 'family', OLD.family, NEW.family
    UNION ALL SELECT 'script', OLD.script, NEW.script
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'is_primary', OLD.is_primary, NEW.is_primary
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER names_removed BEFORE DELETE ON names
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'names', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'text', OLD.text, NULL
    UNION ALL SELECT 'family', OLD.family, NULL
    UNION ALL SELECT 'script', OLD.script, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'is_primary', OLD.is_primary, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER activities_signed_insert BEFORE INSERT ON activities
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER activities_signed_update BEFORE UPDATE ON activities
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER activities_signed_delete BEFORE DELETE ON activities
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER activities_not_again BEFORE INSERT ON activities
WHEN EXISTS (SELECT 1 FROM activities WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER activities_same_number BEFORE UPDATE ON activities
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER activities_added AFTER INSERT ON activities
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'activities', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'activity', NULL, NEW.activity
    UNION ALL SELECT 'weight', NULL, NEW.weight
    UNION ALL SELECT 'detail', NULL, NEW.detail
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER activities_amended AFTER UPDATE ON activities
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'activities', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'activity', OLD.activity, NEW.activity
    UNION ALL SELECT 'weight', OLD.weight, NEW.weight
    UNION ALL SELECT 'detail', OLD.detail, NEW.detail
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER activities_removed BEFORE DELETE ON activities
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'activities', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'activity', OLD.activity, NULL
    UNION ALL SELECT 'weight', OLD.weight, NULL
    UNION ALL SELECT 'detail', OLD.detail, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER cases_signed_insert BEFORE INSERT ON cases
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER cases_signed_update BEFORE UPDATE ON cases
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER cases_signed_delete BEFORE DELETE ON cases
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER cases_not_again BEFORE INSERT ON cases
WHEN EXISTS (SELECT 1 FROM cases WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER cases_same_number BEFORE UPDATE ON cases
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER cases_added AFTER INSERT ON cases
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'cases', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'file_number', NULL, NEW.file_number
    UNION ALL SELECT 'other_numbers', NULL, NEW.other_numbers
    UNION ALL SELECT 'stage', NULL, NEW.stage
    UNION ALL SELECT 'arrested_on', NULL, NEW.arrested_on
    UNION ALL SELECT 'arrested_at', NULL, NEW.arrested_at
    UNION ALL SELECT 'arrested_by', NULL, NEW.arrested_by
    UNION ALL SELECT 'warrant_shown', NULL, NEW.warrant_shown
    UNION ALL SELECT 'lawyer', NULL, NEW.lawyer
    UNION ALL SELECT 'group_name', NULL, NEW.group_name
    UNION ALL SELECT 'abroad', NULL, NEW.abroad
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER cases_amended AFTER UPDATE ON cases
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'cases', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'file_number', OLD.file_number, NEW.file_number
    UNION ALL SELECT 'other_numbers', OLD.other_numbers, NEW.other_numbers
    UNION ALL SELECT 'stage', OLD.stage, NEW.stage
    UNION ALL SELECT 'arrested_on', OLD.arrested_on, NEW.arrested_on
    UNION ALL SELECT 'arrested_at', OLD.arrested_at, NEW.arrested_at
    UNION ALL SELECT 'arrested_by', OLD.arrested_by, NEW.arrested_by
    UNION ALL SELECT 'warrant_shown', OLD.warrant_shown, NEW.warrant_shown
    UNION ALL SELECT 'lawyer', OLD.lawyer, NEW.lawyer
    UNION ALL SELECT 'group_name', OLD.group_name, NEW.group_name
    UNION ALL SELECT 'abroad', OLD.abroad, NEW.abroad
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER cases_removed BEFORE DELETE ON cases
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'cases', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'file_number', OLD.file_number, NULL
    UNION ALL SELECT 'other_numbers', OLD.other_numbers, NULL
    UNION ALL SELECT 'stage', OLD.stage, NULL
    UNION ALL SELECT 'arrested_on', OLD.arrested_on, NULL
    UNION ALL SELECT 'arrested_at', OLD.arrested_at, NULL
    UNION ALL SELECT 'arrested_by', OLD.arrested_by, NULL
    UNION ALL SELECT 'warrant_shown', OLD.warrant_shown, NULL
    UNION ALL SELECT 'lawyer', OLD.lawyer, NULL
    UNION ALL SELECT 'group_name', OLD.group_name, NULL
    UNION ALL SELECT 'abroad', OLD.abroad, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER charges_signed_insert BEFORE INSERT ON charges
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER charges_signed_update BEFORE UPDATE ON charges
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER charges_signed_delete BEFORE DELETE ON charges
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER charges_not_again BEFORE INSERT ON charges
WHEN EXISTS (SELECT 1 FROM charges WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER charges_same_number BEFORE UPDATE ON charges
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER charges_added AFTER INSERT ON charges
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'charges', NEW.id, (SELECT prisoner_id FROM cases WHERE cases.id = NEW.case_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'case_id', NULL, NEW.case_id
    UNION ALL SELECT 'offence_id', NULL, NEW.offence_id
    UNION ALL SELECT 'quoted', NULL, NEW.quoted
    UNION ALL SELECT 'state', NULL, NEW.state
    UNION ALL SELECT 'laid_on', NULL, NEW.laid_on
    UNION ALL SELECT 'act_on', NULL, NEW.act_on
    UNION ALL SELECT 'instead_of', NULL, NEW.instead_of
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER charges_amended AFTER UPDATE ON charges
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'charges', NEW.id, (SELECT prisoner_id FROM cases WHERE cases.id = NEW.case_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'case_id' AS field, OLD.case_id AS old, NEW.case_id AS new
    UNION ALL SELECT 'offence_id', OLD.offence_id, NEW.offence_id
    UNION ALL SELECT 'quoted', OLD.quoted, NEW.quoted
    UNION ALL SELECT 'state', OLD.state, NEW.state
    UNION ALL SELECT 'laid_on', OLD.laid_on, NEW.laid_on
    UNION ALL SELECT 'act_on', OLD.act_on, NEW.act_on
    UNION ALL SELECT 'instead_of', OLD.instead_of, NEW.instead_of
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER charges_removed BEFORE DELETE ON charges
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'charges', OLD.id, (SELECT prisoner_id FROM cases WHERE cases.id = OLD.case_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'case_id', OLD.case_id, NULL
    UNION ALL SELECT 'offence_id', OLD.offence_id, NULL
    UNION ALL SELECT 'quoted', OLD.quoted, NULL
    UNION ALL SELECT 'state', OLD.state, NULL
    UNION ALL SELECT 'laid_on', OLD.laid_on, NULL
    UNION ALL SELECT 'act_on', OLD.act_on, NULL
    UNION ALL SELECT 'instead_of', OLD.instead_of, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER judgments_signed_insert BEFORE INSERT ON judgments
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER judgments_signed_update BEFORE UPDATE ON judgments
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER judgments_signed_delete BEFORE DELETE ON judgments
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER judgments_not_again BEFORE INSERT ON judgments
WHEN EXISTS (SELECT 1 FROM judgments WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER judgments_same_number BEFORE UPDATE ON judgments
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER judgments_added AFTER INSERT ON judgments
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'judgments', NEW.id, (SELECT prisoner_id FROM cases WHERE cases.id = NEW.case_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'case_id', NULL, NEW.case_id
    UNION ALL SELECT 'number', NULL, NEW.number
    UNION ALL SELECT 'instance', NULL, NEW.instance
    UNION ALL SELECT 'court_id', NULL, NEW.court_id
    UNION ALL SELECT 'branch', NULL, NEW.branch
    UNION ALL SELECT 'judge_id', NULL, NEW.judge_id
    UNION ALL SELECT 'given_on', NULL, NEW.given_on
    UNION ALL SELECT 'notified_on', NULL, NEW.notified_on
    UNION ALL SELECT 'in_absentia', NULL, NEW.in_absentia
    UNION ALL SELECT 'outcome', NULL, NEW.outcome
    UNION ALL SELECT 'announced_total', NULL, NEW.announced_total
    UNION ALL SELECT 'reported_years', NULL, NEW.reported_years
    UNION ALL SELECT 'reported_months', NULL, NEW.reported_months
    UNION ALL SELECT 'reported_half_month', NULL, NEW.reported_half_month
    UNION ALL SELECT 'reported_days', NULL, NEW.reported_days
    UNION ALL SELECT 'merges', NULL, NEW.merges
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER judgments_amended AFTER UPDATE ON judgments
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'judgments', NEW.id, (SELECT prisoner_id FROM cases WHERE cases.id = NEW.case_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'case_id' AS field, OLD.case_id AS old, NEW.case_id AS new
    UNION ALL SELECT 'number', OLD.number, NEW.number
    UNION ALL SELECT 'instance', OLD.instance, NEW.instance
    UNION ALL SELECT 'court_id', OLD.court_id, NEW.court_id
    UNION ALL SELECT 'branch', OLD.branch, NEW.branch
    UNION ALL SELECT 'judge_id', OLD.judge_id, NEW.judge_id
    UNION ALL SELECT 'given_on', OLD.given_on, NEW.given_on
    UNION ALL SELECT 'notified_on', OLD.notified_on, NEW.notified_on
    UNION ALL SELECT 'in_absentia', OLD.in_absentia, NEW.in_absentia
    UNION ALL SELECT 'outcome', OLD.outcome, NEW.outcome
    UNION ALL SELECT 'announced_total', OLD.announced_total, NEW.announced_total
    UNION ALL SELECT 'reported_years', OLD.reported_years, NEW.reported_years
    UNION ALL SELECT 'reported_months', OLD.reported_months, NEW.reported_months
    UNION ALL SELECT 'reported_half_month', OLD.reported_half_month, NEW.reported_half_month
    UNION ALL SELECT 'reported_days', OLD.reported_days, NEW.reported_days
    UNION ALL SELECT 'merges', OLD.merges, NEW.merges
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER judgments_removed BEFORE DELETE ON judgments
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'judgments', OLD.id, (SELECT prisoner_id FROM cases WHERE cases.id = OLD.case_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'case_id', OLD.case_id, NULL
    UNION ALL SELECT 'number', OLD.number, NULL
    UNION ALL SELECT 'instance', OLD.instance, NULL
    UNION ALL SELECT 'court_id', OLD.court_id, NULL
    UNION ALL SELECT 'branch', OLD.branch, NULL
    UNION ALL SELECT 'judge_id', OLD.judge_id, NULL
    UNION ALL SELECT 'given_on', OLD.given_on, NULL
    UNION ALL SELECT 'notified_on', OLD.notified_on, NULL
    UNION ALL SELECT 'in_absentia', OLD.in_absentia, NULL
    UNION ALL SELECT 'outcome', OLD.outcome, NULL
    UNION ALL SELECT 'announced_total', OLD.announced_total, NULL
    UNION ALL SELECT 'reported_years', OLD.reported_years, NULL
    UNION ALL SELECT 'reported_months', OLD.reported_months, NULL
    UNION ALL SELECT 'reported_half_month', OLD.reported_half_month, NULL
    UNION ALL SELECT 'reported_days', OLD.reported_days, NULL
    UNION ALL SELECT 'merges', OLD.merges, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER sentences_signed_insert BEFORE INSERT ON sentences
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER sentences_signed_update BEFORE UPDATE ON sentences
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER sentences_signed_delete BEFORE DELETE ON sentences
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER sentences_not_again BEFORE INSERT ON sentences
WHEN EXISTS (SELECT 1 FROM sentences WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER sentences_same_number BEFORE UPDATE ON sentences
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER sentences_added AFTER INSERT ON sentences
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'sentences', NEW.id, (SELECT cases.prisoner_id FROM judgments JOIN cases ON cases.id = judgments.case_id WHERE judgments.id = NEW.judgment_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'judgment_id', NULL, NEW.judgment_id
    UNION ALL SELECT 'charge_id', NULL, NEW.charge_id
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'years', NULL, NEW.years
    UNION ALL SELECT 'months', NULL, NEW.months
    UNION ALL SELECT 'half_month', NULL, NEW.half_month
    UNION ALL SELECT 'days', NULL, NEW.days
    UNION ALL SELECT 'lashes', NULL, NEW.lashes
    UNION ALL SELECT 'amount', NULL, NEW.amount
    UNION ALL SELECT 'currency', NULL, NEW.currency
    UNION ALL SELECT 'place', NULL, NEW.place
    UNION ALL SELECT 'suspended', NULL, NEW.suspended
    UNION ALL SELECT 'suspended_years', NULL, NEW.suspended_years
    UNION ALL SELECT 'suspended_months', NULL, NEW.suspended_months
    UNION ALL SELECT 'suspended_half_month', NULL, NEW.suspended_half_month
    UNION ALL SELECT 'suspended_days', NULL, NEW.suspended_days
    UNION ALL SELECT 'convertible', NULL, NEW.convertible
    UNION ALL SELECT 'probation_years', NULL, NEW.probation_years
    UNION ALL SELECT 'state', NULL, NEW.state
    UNION ALL SELECT 'reduced_years', NULL, NEW.reduced_years
    UNION ALL SELECT 'reduced_months', NULL, NEW.reduced_months
    UNION ALL SELECT 'reduced_half_month', NULL, NEW.reduced_half_month
    UNION ALL SELECT 'reduced_days', NULL, NEW.reduced_days
    UNION ALL SELECT 'becomes', NULL, NEW.becomes
    UNION ALL SELECT 'by_pardon', NULL, NEW.by_pardon
    UNION ALL SELECT 'act', NULL, NEW.act
    UNION ALL SELECT 'official_release', NULL, NEW.official_release
    UNION ALL SELECT 'quoted', NULL, NEW.quoted
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER sentences_amended AFTER UPDATE ON sentences
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'sentences', NEW.id, (SELECT cases.prisoner_id FROM judgments JOIN cases ON cases.id = judgments.case_id WHERE judgments.id = NEW.judgment_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'judgment_id' AS field, OLD.judgment_id AS old, NEW.judgment_id AS new
    UNION ALL SELECT 'charge_id', OLD.charge_id, NEW.charge_id
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'years', OLD.years, NEW.years
    UNION ALL SELECT 'months', OLD.months, NEW.months
    UNION ALL SELECT 'half_month', OLD.half_month, NEW.half_month
    UNION ALL SELECT 'days', OLD.days, NEW.days
    UNION ALL SELECT 'lashes', OLD.lashes, NEW.lashes
    UNION ALL SELECT 'amount', OLD.amount, NEW.amount
    UNION ALL SELECT 'currency', OLD.currency, NEW.currency
    UNION ALL SELECT 'place', OLD.place, NEW.place
    UNION ALL SELECT 'suspended', OLD.suspended, NEW.suspended
    UNION ALL SELECT 'suspended_years', OLD.suspended_years, NEW.suspended_years
    UNION ALL SELECT 'suspended_months', OLD.suspended_months, NEW.suspended_months
    UNION ALL SELECT 'suspended_half_month', OLD.suspended_half_month, NEW.suspended_half_month
    UNION ALL SELECT 'suspended_days', OLD.suspended_days, NEW.suspended_days
    UNION ALL SELECT 'convertible', OLD.convertible, NEW.convertible
    UNION ALL SELECT 'probation_years', OLD.probation_years, NEW.probation_years
    UNION ALL SELECT 'state', OLD.state, NEW.state
    UNION ALL SELECT 'reduced_years', OLD.reduced_years, NEW.reduced_years
    UNION ALL SELECT 'reduced_months', OLD.reduced_months, NEW.reduced_months
    UNION ALL SELECT 'reduced_half_month', OLD.reduced_half_month, NEW.reduced_half_month
    UNION ALL SELECT 'reduced_days', OLD.reduced_days, NEW.reduced_days
    UNION ALL SELECT 'becomes', OLD.becomes, NEW.becomes
    UNION ALL SELECT 'by_pardon', OLD.by_pardon, NEW.by_pardon
    UNION ALL SELECT 'act', OLD.act, NEW.act
    UNION ALL SELECT 'official_release', OLD.official_release, NEW.official_release
    UNION ALL SELECT 'quoted', OLD.quoted, NEW.quoted
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER sentences_removed BEFORE DELETE ON sentences
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'sentences', OLD.id, (SELECT cases.prisoner_id FROM judgments JOIN cases ON cases.id = judgments.case_id WHERE judgments.id = OLD.judgment_id), field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'judgment_id', OLD.judgment_id, NULL
    UNION ALL SELECT 'charge_id', OLD.charge_id, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'years', OLD.years, NULL
    UNION ALL SELECT 'months', OLD.months, NULL
    UNION ALL SELECT 'half_month', OLD.half_month, NULL
    UNION ALL SELECT 'days', OLD.days, NULL
    UNION ALL SELECT 'lashes', OLD.lashes, NULL
    UNION ALL SELECT 'amount', OLD.amount, NULL
    UNION ALL SELECT 'currency', OLD.currency, NULL
    UNION ALL SELECT 'place', OLD.place, NULL
    UNION ALL SELECT 'suspended', OLD.suspended, NULL
    UNION ALL SELECT 'suspended_years', OLD.suspended_years, NULL
    UNION ALL SELECT 'suspended_months', OLD.suspended_months, NULL
    UNION ALL SELECT 'suspended_half_month', OLD.suspended_half_month, NULL
    UNION ALL SELECT 'suspended_days', OLD.suspended_days, NULL
    UNION ALL SELECT 'convertible', OLD.convertible, NULL
    UNION ALL SELECT 'probation_years', OLD.probation_years, NULL
    UNION ALL SELECT 'state', OLD.state, NULL
    UNION ALL SELECT 'reduced_years', OLD.reduced_years, NULL
    UNION ALL SELECT 'reduced_months', OLD.reduced_months, NULL
    UNION ALL SELECT 'reduced_half_month', OLD.reduced_half_month, NULL
    UNION ALL SELECT 'reduced_days', OLD.reduced_days, NULL
    UNION ALL SELECT 'becomes', OLD.becomes, NULL
    UNION ALL SELECT 'by_pardon', OLD.by_pardon, NULL
    UNION ALL SELECT 'act', OLD.act, NULL
    UNION ALL SELECT 'official_release', OLD.official_release, NULL
    UNION ALL SELECT 'quoted', OLD.quoted, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER events_signed_insert BEFORE INSERT ON events
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER events_signed_update BEFORE UPDATE ON events
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER events_signed_delete BEFORE DELETE ON events
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER events_not_again BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER events_same_number BEFORE UPDATE ON events
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER events_added AFTER INSERT ON events
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'events', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'case_id', NULL, NEW.case_id
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'happened_on', NULL, NEW.happened_on
    UNION ALL SELECT 'until', NULL, NEW.until
    UNION ALL SELECT 'prison_id', NULL, NEW.prison_id
    UNION ALL SELECT 'ward', NULL, NEW.ward
    UNION ALL SELECT 'place', NULL, NEW.place
    UNION ALL SELECT 'authority', NULL, NEW.authority
    UNION ALL SELECT 'status', NULL, NEW.status
    UNION ALL SELECT 'open_ended', NULL, NEW.open_ended
    UNION ALL SELECT 'amount', NULL, NEW.amount
    UNION ALL SELECT 'currency', NULL, NEW.currency
    UNION ALL SELECT 'violation', NULL, NEW.violation
    UNION ALL SELECT 'after_id', NULL, NEW.after_id
    UNION ALL SELECT 'summary', NULL, NEW.summary
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER events_amended AFTER UPDATE ON events
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'events', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'case_id', OLD.case_id, NEW.case_id
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'happened_on', OLD.happened_on, NEW.happened_on
    UNION ALL SELECT 'until', OLD.until, NEW.until
    UNION ALL SELECT 'prison_id', OLD.prison_id, NEW.prison_id
    UNION ALL SELECT 'ward', OLD.ward, NEW.ward
    UNION ALL SELECT 'place', OLD.place, NEW.place
    UNION ALL SELECT 'authority', OLD.authority, NEW.authority
    UNION ALL SELECT 'status', OLD.status, NEW.status
    UNION ALL SELECT 'open_ended', OLD.open_ended, NEW.open_ended
    UNION ALL SELECT 'amount', OLD.amount, NEW.amount
    UNION ALL SELECT 'currency', OLD.currency, NEW.currency
    UNION ALL SELECT 'violation', OLD.violation, NEW.violation
    UNION ALL SELECT 'after_id', OLD.after_id, NEW.after_id
    UNION ALL SELECT 'summary', OLD.summary, NEW.summary
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER events_removed BEFORE DELETE ON events
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'events', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'case_id', OLD.case_id, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'happened_on', OLD.happened_on, NULL
    UNION ALL SELECT 'until', OLD.until, NULL
    UNION ALL SELECT 'prison_id', OLD.prison_id, NULL
    UNION ALL SELECT 'ward', OLD.ward, NULL
    UNION ALL SELECT 'place', OLD.place, NULL
    UNION ALL SELECT 'authority', OLD.authority, NULL
    UNION ALL SELECT 'status', OLD.status, NULL
    UNION ALL SELECT 'open_ended', OLD.open_ended, NULL
    UNION ALL SELECT 'amount', OLD.amount, NULL
    UNION ALL SELECT 'currency', OLD.currency, NULL
    UNION ALL SELECT 'violation', OLD.violation, NULL
    UNION ALL SELECT 'after_id', OLD.after_id, NULL
    UNION ALL SELECT 'summary', OLD.summary, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER citations_signed_insert BEFORE INSERT ON citations
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER citations_signed_update BEFORE UPDATE ON citations
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER citations_signed_delete BEFORE DELETE ON citations
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER citations_not_again BEFORE INSERT ON citations
WHEN EXISTS (SELECT 1 FROM citations WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER citations_same_number BEFORE UPDATE ON citations
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER citations_added AFTER INSERT ON citations
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'citations', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'source_id', NULL, NEW.source_id
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'about_table', NULL, NEW.about_table
    UNION ALL SELECT 'about_row', NULL, NEW.about_row
    UNION ALL SELECT 'field', NULL, NEW.field
    UNION ALL SELECT 'value', NULL, NEW.value
    UNION ALL SELECT 'credibility', NULL, NEW.credibility
    UNION ALL SELECT 'quoted', NULL, NEW.quoted
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER citations_amended AFTER UPDATE ON citations
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'citations', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'source_id' AS field, OLD.source_id AS old, NEW.source_id AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NEW.prisoner_id
    UNION ALL SELECT 'about_table', OLD.about_table, NEW.about_table
    UNION ALL SELECT 'about_row', OLD.about_row, NEW.about_row
    UNION ALL SELECT 'field', OLD.field, NEW.field
    UNION ALL SELECT 'value', OLD.value, NEW.value
    UNION ALL SELECT 'credibility', OLD.credibility, NEW.credibility
    UNION ALL SELECT 'quoted', OLD.quoted, NEW.quoted
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER citations_removed BEFORE DELETE ON citations
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'citations', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'source_id', OLD.source_id, NULL
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'about_table', OLD.about_table, NULL
    UNION ALL SELECT 'about_row', OLD.about_row, NULL
    UNION ALL SELECT 'field', OLD.field, NULL
    UNION ALL SELECT 'value', OLD.value, NULL
    UNION ALL SELECT 'credibility', OLD.credibility, NULL
    UNION ALL SELECT 'quoted', OLD.quoted, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER relations_signed_insert BEFORE INSERT ON relations
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER relations_signed_update BEFORE UPDATE ON relations
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER relations_signed_delete BEFORE DELETE ON relations
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER relations_not_again BEFORE INSERT ON relations
WHEN EXISTS (SELECT 1 FROM relations WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER relations_same_number BEFORE UPDATE ON relations
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER relations_added AFTER INSERT ON relations
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'relations', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'other_id', NULL, NEW.other_id
    UNION ALL SELECT 'name', NULL, NEW.name
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER relations_amended AFTER UPDATE ON relations
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'relations', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'other_id', OLD.other_id, NEW.other_id
    UNION ALL SELECT 'name', OLD.name, NEW.name
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER relations_removed BEFORE DELETE ON relations
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'relations', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'other_id', OLD.other_id, NULL
    UNION ALL SELECT 'name', OLD.name, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER contacts_signed_insert BEFORE INSERT ON contacts
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER contacts_signed_update BEFORE UPDATE ON contacts
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER contacts_signed_delete BEFORE DELETE ON contacts
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER contacts_not_again BEFORE INSERT ON contacts
WHEN EXISTS (SELECT 1 FROM contacts WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER contacts_same_number BEFORE UPDATE ON contacts
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER contacts_added AFTER INSERT ON contacts
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'contacts', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'name', NULL, NEW.name
    UNION ALL SELECT 'value', NULL, NEW.value
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER contacts_amended AFTER UPDATE ON contacts
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'contacts', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'name', OLD.name, NEW.name
    UNION ALL SELECT 'value', OLD.value, NEW.value
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER contacts_removed BEFORE DELETE ON contacts
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'contacts', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'name', OLD.name, NULL
    UNION ALL SELECT 'value', OLD.value, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER health_signed_insert BEFORE INSERT ON health
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER health_signed_update BEFORE UPDATE ON health
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER health_signed_delete BEFORE DELETE ON health
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER health_not_again BEFORE INSERT ON health
WHEN EXISTS (SELECT 1 FROM health WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER health_same_number BEFORE UPDATE ON health
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER health_added AFTER INSERT ON health
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'health', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'since', NULL, NEW.since
    UNION ALL SELECT 'until', NULL, NEW.until
    UNION ALL SELECT 'summary', NULL, NEW.summary
    UNION ALL SELECT 'level', NULL, NEW.level
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER health_amended AFTER UPDATE ON health
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'health', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'since', OLD.since, NEW.since
    UNION ALL SELECT 'until', OLD.until, NEW.until
    UNION ALL SELECT 'summary', OLD.summary, NEW.summary
    UNION ALL SELECT 'level', OLD.level, NEW.level
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER health_removed BEFORE DELETE ON health
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'health', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'since', OLD.since, NULL
    UNION ALL SELECT 'until', OLD.until, NULL
    UNION ALL SELECT 'summary', OLD.summary, NULL
    UNION ALL SELECT 'level', OLD.level, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER files_signed_insert BEFORE INSERT ON files
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER files_signed_update BEFORE UPDATE ON files
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER files_signed_delete BEFORE DELETE ON files
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER files_not_again BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER files_same_number BEFORE UPDATE ON files
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER files_added AFTER INSERT ON files
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'files', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'source_id', NULL, NEW.source_id
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'path', NULL, NEW.path
    UNION ALL SELECT 'sha256', NULL, NEW.sha256
    UNION ALL SELECT 'caption', NULL, NEW.caption
    UNION ALL SELECT 'captured_on', NULL, NEW.captured_on
    UNION ALL SELECT 'captured_by', NULL, NEW.captured_by
    UNION ALL SELECT 'verification', NULL, NEW.verification
    UNION ALL SELECT 'level', NULL, NEW.level
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER files_amended AFTER UPDATE ON files
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'files', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'source_id', OLD.source_id, NEW.source_id
    UNION ALL SELECT 'kind', OLD.kind, NEW.kind
    UNION ALL SELECT 'path', OLD.path, NEW.path
    UNION ALL SELECT 'sha256', OLD.sha256, NEW.sha256
    UNION ALL SELECT 'caption', OLD.caption, NEW.caption
    UNION ALL SELECT 'captured_on', OLD.captured_on, NEW.captured_on
    UNION ALL SELECT 'captured_by', OLD.captured_by, NEW.captured_by
    UNION ALL SELECT 'verification', OLD.verification, NEW.verification
    UNION ALL SELECT 'level', OLD.level, NEW.level
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER files_removed BEFORE DELETE ON files
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'files', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'source_id', OLD.source_id, NULL
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'path', OLD.path, NULL
    UNION ALL SELECT 'sha256', OLD.sha256, NULL
    UNION ALL SELECT 'caption', OLD.caption, NULL
    UNION ALL SELECT 'captured_on', OLD.captured_on, NULL
    UNION ALL SELECT 'captured_by', OLD.captured_by, NULL
    UNION ALL SELECT 'verification', OLD.verification, NULL
    UNION ALL SELECT 'level', OLD.level, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER consents_signed_insert BEFORE INSERT ON consents
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER consents_signed_update BEFORE UPDATE ON consents
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER consents_signed_delete BEFORE DELETE ON consents
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER consents_not_again BEFORE INSERT ON consents
WHEN EXISTS (SELECT 1 FROM consents WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER consents_same_number BEFORE UPDATE ON consents
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER consents_added AFTER INSERT ON consents
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'consents', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'subject', NULL, NEW.subject
    UNION ALL SELECT 'given_by', NULL, NEW.given_by
    UNION ALL SELECT 'scope', NULL, NEW.scope
    UNION ALL SELECT 'refused', NULL, NEW.refused
    UNION ALL SELECT 'means', NULL, NEW.means
    UNION ALL SELECT 'given_on', NULL, NEW.given_on
    UNION ALL SELECT 'until', NULL, NEW.until
    UNION ALL SELECT 'withdrawn_on', NULL, NEW.withdrawn_on
    UNION ALL SELECT 'after_death', NULL, NEW.after_death
    UNION ALL SELECT 'disclosed', NULL, NEW.disclosed
    UNION ALL SELECT 'voluntary', NULL, NEW.voluntary
    UNION ALL SELECT 'understood', NULL, NEW.understood
    UNION ALL SELECT 'competent', NULL, NEW.competent
    UNION ALL SELECT 'obtained_by', NULL, NEW.obtained_by
    UNION ALL SELECT 'restrictions', NULL, NEW.restrictions
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER consents_amended AFTER UPDATE ON consents
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'consents', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'subject', OLD.subject, NEW.subject
    UNION ALL SELECT 'given_by', OLD.given_by, NEW.given_by
    UNION ALL SELECT 'scope', OLD.scope, NEW.scope
    UNION ALL SELECT 'refused', OLD.refused, NEW.refused
    UNION ALL SELECT 'means', OLD.means, NEW.means
    UNION ALL SELECT 'given_on', OLD.given_on, NEW.given_on
    UNION ALL SELECT 'until', OLD.until, NEW.until
    UNION ALL SELECT 'withdrawn_on', OLD.withdrawn_on, NEW.withdrawn_on
    UNION ALL SELECT 'after_death', OLD.after_death, NEW.after_death
    UNION ALL SELECT 'disclosed', OLD.disclosed, NEW.disclosed
    UNION ALL SELECT 'voluntary', OLD.voluntary, NEW.voluntary
    UNION ALL SELECT 'understood', OLD.understood, NEW.understood
    UNION ALL SELECT 'competent', OLD.competent, NEW.competent
    UNION ALL SELECT 'obtained_by', OLD.obtained_by, NEW.obtained_by
    UNION ALL SELECT 'restrictions', OLD.restrictions, NEW.restrictions
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER consents_removed BEFORE DELETE ON consents
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'consents', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'subject', OLD.subject, NULL
    UNION ALL SELECT 'given_by', OLD.given_by, NULL
    UNION ALL SELECT 'scope', OLD.scope, NULL
    UNION ALL SELECT 'refused', OLD.refused, NULL
    UNION ALL SELECT 'means', OLD.means, NULL
    UNION ALL SELECT 'given_on', OLD.given_on, NULL
    UNION ALL SELECT 'until', OLD.until, NULL
    UNION ALL SELECT 'withdrawn_on', OLD.withdrawn_on, NULL
    UNION ALL SELECT 'after_death', OLD.after_death, NULL
    UNION ALL SELECT 'disclosed', OLD.disclosed, NULL
    UNION ALL SELECT 'voluntary', OLD.voluntary, NULL
    UNION ALL SELECT 'understood', OLD.understood, NULL
    UNION ALL SELECT 'competent', OLD.competent, NULL
    UNION ALL SELECT 'obtained_by', OLD.obtained_by, NULL
    UNION ALL SELECT 'restrictions', OLD.restrictions, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER interventions_signed_insert BEFORE INSERT ON interventions
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER interventions_signed_update BEFORE UPDATE ON interventions
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER interventions_signed_delete BEFORE DELETE ON interventions
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER interventions_not_again BEFORE INSERT ON interventions
WHEN EXISTS (SELECT 1 FROM interventions WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER interventions_same_number BEFORE UPDATE ON interventions
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER interventions_added AFTER INSERT ON interventions
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'interventions', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'title', NULL, NEW.title
    UNION ALL SELECT 'addressee', NULL, NEW.addressee
    UNION ALL SELECT 'made_on', NULL, NEW.made_on
    UNION ALL SELECT 'follows', NULL, NEW.follows
    UNION ALL SELECT 'signers', NULL, NEW.signers
    UNION ALL SELECT 'status', NULL, NEW.status
    UNION ALL SELECT 'response', NULL, NEW.response
    UNION ALL SELECT 'responded_on', NULL, NEW.responded_on
    UNION ALL SELECT 'response_words', NULL, NEW.response_words
    UNION ALL SELECT 'impact', NULL, NEW.impact
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER interventions_amended AFTER UPDATE ON interventions
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'interventions', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'kind' AS field, OLD.kind AS old, NEW.kind AS new
    UNION ALL SELECT 'title', OLD.title, NEW.title
    UNION ALL SELECT 'addressee', OLD.addressee, NEW.addressee
    UNION ALL SELECT 'made_on', OLD.made_on, NEW.made_on
    UNION ALL SELECT 'follows', OLD.follows, NEW.follows
    UNION ALL SELECT 'signers', OLD.signers, NEW.signers
    UNION ALL SELECT 'status', OLD.status, NEW.status
    UNION ALL SELECT 'response', OLD.response, NEW.response
    UNION ALL SELECT 'responded_on', OLD.responded_on, NEW.responded_on
    UNION ALL SELECT 'response_words', OLD.response_words, NEW.response_words
    UNION ALL SELECT 'impact', OLD.impact, NEW.impact
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER interventions_removed BEFORE DELETE ON interventions
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'interventions', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'title', OLD.title, NULL
    UNION ALL SELECT 'addressee', OLD.addressee, NULL
    UNION ALL SELECT 'made_on', OLD.made_on, NULL
    UNION ALL SELECT 'follows', OLD.follows, NULL
    UNION ALL SELECT 'signers', OLD.signers, NULL
    UNION ALL SELECT 'status', OLD.status, NULL
    UNION ALL SELECT 'response', OLD.response, NULL
    UNION ALL SELECT 'responded_on', OLD.responded_on, NULL
    UNION ALL SELECT 'response_words', OLD.response_words, NULL
    UNION ALL SELECT 'impact', OLD.impact, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER beneficiaries_signed_insert BEFORE INSERT ON beneficiaries
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER beneficiaries_signed_update BEFORE UPDATE ON beneficiaries
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER beneficiaries_signed_delete BEFORE DELETE ON beneficiaries
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER beneficiaries_not_again BEFORE INSERT ON beneficiaries
WHEN EXISTS (SELECT 1 FROM beneficiaries WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER beneficiaries_same_number BEFORE UPDATE ON beneficiaries
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER beneficiaries_added AFTER INSERT ON beneficiaries
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'beneficiaries', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'intervention_id', NULL, NEW.intervention_id
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'answer', NULL, NEW.answer
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER beneficiaries_amended AFTER UPDATE ON beneficiaries
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'beneficiaries', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'intervention_id' AS field, OLD.intervention_id AS old, NEW.intervention_id AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NEW.prisoner_id
    UNION ALL SELECT 'answer', OLD.answer, NEW.answer
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER beneficiaries_removed BEFORE DELETE ON beneficiaries
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'beneficiaries', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'intervention_id', OLD.intervention_id, NULL
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'answer', OLD.answer, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER follow_ups_signed_insert BEFORE INSERT ON follow_ups
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER follow_ups_signed_update BEFORE UPDATE ON follow_ups
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER follow_ups_signed_delete BEFORE DELETE ON follow_ups
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER follow_ups_not_again BEFORE INSERT ON follow_ups
WHEN EXISTS (SELECT 1 FROM follow_ups WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER follow_ups_same_number BEFORE UPDATE ON follow_ups
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER follow_ups_added AFTER INSERT ON follow_ups
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'follow_ups', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'due_on', NULL, NEW.due_on
    UNION ALL SELECT 'ask', NULL, NEW.ask
    UNION ALL SELECT 'state', NULL, NEW.state
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER follow_ups_amended AFTER UPDATE ON follow_ups
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'follow_ups', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'due_on', OLD.due_on, NEW.due_on
    UNION ALL SELECT 'ask', OLD.ask, NEW.ask
    UNION ALL SELECT 'state', OLD.state, NEW.state
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER follow_ups_removed BEFORE DELETE ON follow_ups
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'follow_ups', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'due_on', OLD.due_on, NULL
    UNION ALL SELECT 'ask', OLD.ask, NULL
    UNION ALL SELECT 'state', OLD.state, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER external_ids_signed_insert BEFORE INSERT ON external_ids
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER external_ids_signed_update BEFORE UPDATE ON external_ids
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER external_ids_signed_delete BEFORE DELETE ON external_ids
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER external_ids_not_again BEFORE INSERT ON external_ids
WHEN EXISTS (SELECT 1 FROM external_ids WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER external_ids_same_number BEFORE UPDATE ON external_ids
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER external_ids_added AFTER INSERT ON external_ids
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'external_ids', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'list_name', NULL, NEW.list_name
    UNION ALL SELECT 'number', NULL, NEW.number
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER external_ids_amended AFTER UPDATE ON external_ids
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'external_ids', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'list_name', OLD.list_name, NEW.list_name
    UNION ALL SELECT 'number', OLD.number, NEW.number
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER external_ids_removed BEFORE DELETE ON external_ids
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'external_ids', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'list_name', OLD.list_name, NULL
    UNION ALL SELECT 'number', OLD.number, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER not_the_same_signed_insert BEFORE INSERT ON not_the_same
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER not_the_same_signed_update BEFORE UPDATE ON not_the_same
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER not_the_same_signed_delete BEFORE DELETE ON not_the_same
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER not_the_same_not_again BEFORE INSERT ON not_the_same
WHEN EXISTS (SELECT 1 FROM not_the_same WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER not_the_same_same_number BEFORE UPDATE ON not_the_same
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER not_the_same_added AFTER INSERT ON not_the_same
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'not_the_same', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'prisoner_id', NULL, NEW.prisoner_id
    UNION ALL SELECT 'other_id', NULL, NEW.other_id
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER not_the_same_amended AFTER UPDATE ON not_the_same
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'not_the_same', NEW.id, NEW.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'prisoner_id' AS field, OLD.prisoner_id AS old, NEW.prisoner_id AS new
    UNION ALL SELECT 'other_id', OLD.other_id, NEW.other_id
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER not_the_same_removed BEFORE DELETE ON not_the_same
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'not_the_same', OLD.id, OLD.prisoner_id, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'prisoner_id', OLD.prisoner_id, NULL
    UNION ALL SELECT 'other_id', OLD.other_id, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER exports_signed_insert BEFORE INSERT ON exports
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER exports_signed_update BEFORE UPDATE ON exports
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER exports_signed_delete BEFORE DELETE ON exports
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER exports_not_again BEFORE INSERT ON exports
WHEN EXISTS (SELECT 1 FROM exports WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER exports_same_number BEFORE UPDATE ON exports
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER exports_added AFTER INSERT ON exports
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'exports', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'made_at', NULL, NEW.made_at
    UNION ALL SELECT 'recipient', NULL, NEW.recipient
    UNION ALL SELECT 'audience', NULL, NEW.audience
    UNION ALL SELECT 'file_name', NULL, NEW.file_name
    UNION ALL SELECT 'selection', NULL, NEW.selection
    UNION ALL SELECT 'options', NULL, NEW.options
    UNION ALL SELECT 'made_from', NULL, NEW.made_from
    UNION ALL SELECT 'prisoners', NULL, NEW.prisoners
    UNION ALL SELECT 'people', NULL, NEW.people
    UNION ALL SELECT 'sha256', NULL, NEW.sha256
    UNION ALL SELECT 'manifest', NULL, NEW.manifest
    UNION ALL SELECT 'intervention_id', NULL, NEW.intervention_id
    UNION ALL SELECT 'recalled_on', NULL, NEW.recalled_on
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER exports_amended AFTER UPDATE ON exports
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'exports', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'made_at' AS field, OLD.made_at AS old, NEW.made_at AS new
    UNION ALL SELECT 'recipient', OLD.recipient, NEW.recipient
    UNION ALL SELECT 'audience', OLD.audience, NEW.audience
    UNION ALL SELECT 'file_name', OLD.file_name, NEW.file_name
    UNION ALL SELECT 'selection', OLD.selection, NEW.selection
    UNION ALL SELECT 'options', OLD.options, NEW.options
    UNION ALL SELECT 'made_from', OLD.made_from, NEW.made_from
    UNION ALL SELECT 'prisoners', OLD.prisoners, NEW.prisoners
    UNION ALL SELECT 'people', OLD.people, NEW.people
    UNION ALL SELECT 'sha256', OLD.sha256, NEW.sha256
    UNION ALL SELECT 'manifest', OLD.manifest, NEW.manifest
    UNION ALL SELECT 'intervention_id', OLD.intervention_id, NEW.intervention_id
    UNION ALL SELECT 'recalled_on', OLD.recalled_on, NEW.recalled_on
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER exports_removed BEFORE DELETE ON exports
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'exports', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'made_at', OLD.made_at, NULL
    UNION ALL SELECT 'recipient', OLD.recipient, NULL
    UNION ALL SELECT 'audience', OLD.audience, NULL
    UNION ALL SELECT 'file_name', OLD.file_name, NULL
    UNION ALL SELECT 'selection', OLD.selection, NULL
    UNION ALL SELECT 'options', OLD.options, NULL
    UNION ALL SELECT 'made_from', OLD.made_from, NULL
    UNION ALL SELECT 'prisoners', OLD.prisoners, NULL
    UNION ALL SELECT 'people', OLD.people, NULL
    UNION ALL SELECT 'sha256', OLD.sha256, NULL
    UNION ALL SELECT 'manifest', OLD.manifest, NULL
    UNION ALL SELECT 'intervention_id', OLD.intervention_id, NULL
    UNION ALL SELECT 'recalled_on', OLD.recalled_on, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER estimates_signed_insert BEFORE INSERT ON estimates
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER estimates_signed_update BEFORE UPDATE ON estimates
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER estimates_signed_delete BEFORE DELETE ON estimates
WHEN (SELECT update_id FROM open_update) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER estimates_not_again BEFORE INSERT ON estimates
WHEN EXISTS (SELECT 1 FROM estimates WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER estimates_same_number BEFORE UPDATE ON estimates
WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: a number never changes');
END;

CREATE TRIGGER estimates_added AFTER INSERT ON estimates
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'estimates', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, NULL AS old, NEW.id AS new
    UNION ALL SELECT 'kind', NULL, NEW.kind
    UNION ALL SELECT 'unit', NULL, NEW.unit
    UNION ALL SELECT 'least', NULL, NEW.least
    UNION ALL SELECT 'most', NULL, NEW.most
    UNION ALL SELECT 'quoted', NULL, NEW.quoted
    UNION ALL SELECT 'named', NULL, NEW.named
    UNION ALL SELECT 'happened_on', NULL, NEW.happened_on
    UNION ALL SELECT 'until', NULL, NEW.until
    UNION ALL SELECT 'prison_id', NULL, NEW.prison_id
    UNION ALL SELECT 'province', NULL, NEW.province
    UNION ALL SELECT 'place', NULL, NEW.place
    UNION ALL SELECT 'gender', NULL, NEW.gender
    UNION ALL SELECT 'minors', NULL, NEW.minors
    UNION ALL SELECT 'activity', NULL, NEW.activity
    UNION ALL SELECT 'overlaps', NULL, NEW.overlaps
    UNION ALL SELECT 'note', NULL, NEW.note
    UNION ALL SELECT 'withdrawn', NULL, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER estimates_amended AFTER UPDATE ON estimates
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'estimates', NEW.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'kind' AS field, OLD.kind AS old, NEW.kind AS new
    UNION ALL SELECT 'unit', OLD.unit, NEW.unit
    UNION ALL SELECT 'least', OLD.least, NEW.least
    UNION ALL SELECT 'most', OLD.most, NEW.most
    UNION ALL SELECT 'quoted', OLD.quoted, NEW.quoted
    UNION ALL SELECT 'named', OLD.named, NEW.named
    UNION ALL SELECT 'happened_on', OLD.happened_on, NEW.happened_on
    UNION ALL SELECT 'until', OLD.until, NEW.until
    UNION ALL SELECT 'prison_id', OLD.prison_id, NEW.prison_id
    UNION ALL SELECT 'province', OLD.province, NEW.province
    UNION ALL SELECT 'place', OLD.place, NEW.place
    UNION ALL SELECT 'gender', OLD.gender, NEW.gender
    UNION ALL SELECT 'minors', OLD.minors, NEW.minors
    UNION ALL SELECT 'activity', OLD.activity, NEW.activity
    UNION ALL SELECT 'overlaps', OLD.overlaps, NEW.overlaps
    UNION ALL SELECT 'note', OLD.note, NEW.note
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NEW.withdrawn)
  WHERE old IS NOT new;
END;

CREATE TRIGGER estimates_removed BEFORE DELETE ON estimates
BEGIN
  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)
  SELECT (SELECT update_id FROM open_update), (SELECT coalesce(max(line), 0) FROM changes WHERE update_id = (SELECT update_id FROM open_update)) + row_number() OVER (),
    'estimates', OLD.id, NULL, field, old, new, lower(hex(randomblob(16)))
  FROM (SELECT 'id' AS field, OLD.id AS old, NULL AS new
    UNION ALL SELECT 'kind', OLD.kind, NULL
    UNION ALL SELECT 'unit', OLD.unit, NULL
    UNION ALL SELECT 'least', OLD.least, NULL
    UNION ALL SELECT 'most', OLD.most, NULL
    UNION ALL SELECT 'quoted', OLD.quoted, NULL
    UNION ALL SELECT 'named', OLD.named, NULL
    UNION ALL SELECT 'happened_on', OLD.happened_on, NULL
    UNION ALL SELECT 'until', OLD.until, NULL
    UNION ALL SELECT 'prison_id', OLD.prison_id, NULL
    UNION ALL SELECT 'province', OLD.province, NULL
    UNION ALL SELECT 'place', OLD.place, NULL
    UNION ALL SELECT 'gender', OLD.gender, NULL
    UNION ALL SELECT 'minors', OLD.minors, NULL
    UNION ALL SELECT 'activity', OLD.activity, NULL
    UNION ALL SELECT 'overlaps', OLD.overlaps, NULL
    UNION ALL SELECT 'note', OLD.note, NULL
    UNION ALL SELECT 'withdrawn', OLD.withdrawn, NULL)
  WHERE old IS NOT new;
END;

CREATE TRIGGER updates_never_removed BEFORE DELETE ON updates
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER updates_never_amended BEFORE UPDATE ON updates
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER updates_not_again BEFORE INSERT ON updates
WHEN EXISTS (SELECT 1 FROM updates WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER changes_never_removed BEFORE DELETE ON changes
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER changes_not_again BEFORE INSERT ON changes
WHEN EXISTS (SELECT 1 FROM changes WHERE update_id = NEW.update_id AND line = NEW.line)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER seals_never_removed BEFORE DELETE ON seals
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER seals_never_amended BEFORE UPDATE ON seals
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER seals_not_again BEFORE INSERT ON seals
WHEN EXISTS (SELECT 1 FROM seals WHERE update_id = NEW.update_id)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER erasures_never_removed BEFORE DELETE ON erasures
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER erasures_never_amended BEFORE UPDATE ON erasures
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER erasures_not_again BEFORE INSERT ON erasures
WHEN EXISTS (SELECT 1 FROM erasures WHERE update_id = NEW.update_id AND line = NEW.line)
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: this number stands already');
END;

CREATE TRIGGER changes_signed BEFORE INSERT ON changes
WHEN (SELECT update_id FROM open_update) IS NULL OR NEW.update_id IS NOT (SELECT update_id FROM open_update)
BEGIN
  SELECT RAISE(ABORT, 'unsigned: open an update first');
END;

CREATE TRIGGER changes_only_erased BEFORE UPDATE ON changes
WHEN NOT (NEW.old IS NULL AND NEW.new IS NULL AND NEW.salt IS NULL AND NEW.update_id IS OLD.update_id AND NEW.line IS OLD.line AND NEW.table_name IS OLD.table_name AND NEW.row_id IS OLD.row_id AND NEW.prisoner_id IS OLD.prisoner_id AND NEW.field IS OLD.field
  AND EXISTS (SELECT 1 FROM updates WHERE id = (SELECT update_id FROM open_update) AND kind = 'erasure')
  AND EXISTS (SELECT 1 FROM erasures WHERE update_id = OLD.update_id AND line = OLD.line))
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

CREATE TRIGGER open_update_one_at_a_time BEFORE INSERT ON open_update
WHEN EXISTS (SELECT 1 FROM open_update) OR NEW.only IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'another update is still open');
END;

CREATE TRIGGER open_update_not_swapped BEFORE UPDATE ON open_update
BEGIN
  SELECT RAISE(ABORT, 'rewriting is refused: the history is only ever added to');
END;

INSERT INTO registry (only, own_copy, created_at, pseudonym_key)
VALUES (1, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), lower(hex(randomblob(32))));
