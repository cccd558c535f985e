import journal from './meta/_journal.json';
import m0000 from './0000_ticket.sql';
import m0001 from './0001_answers.sql';
import m0002 from './0002_articles_as_sent.sql';
import m0003 from './0003_forwarded_mails.sql';
import m0004 from './0004_machine_mail.sql';
import m0005 from './0005_kinds_of_machines.sql';
import m0006 from './0006_merges.sql';
import m0007 from './0007_asked_secrets.sql';
import m0008 from './0008_redacted_articles.sql';
import m0009 from './0009_history.sql';
import m0010 from './0010_search.sql';
import m0011 from './0011_drafts.sql';
import m0012 from './0012_who_brought_whom.sql';
import m0013 from './0013_letters_in_doubt.sql';
import m0014 from './0014_labels.sql';
import m0015 from './0015_links.sql';
import m0016 from './0016_ever_on.sql';
import m0017 from './0017_letters_again.sql';
import m0018 from './0018_moments_and_time.sql';
import m0019 from './0019_readings.sql';

  export default {
    journal,
    migrations: {
      m0000,
m0001,
m0002,
m0003,
m0004,
m0005,
m0006,
m0007,
m0008,
m0009,
m0010,
m0011,
m0012,
m0013,
m0014,
m0015,
m0016,
m0017,
m0018,
m0019
    }
  }
  