using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;

namespace Heliograph.Tests.Ledger;

public class EntriesTests
{
    [Fact]
    public void Gives_the_same_entries_for_the_same_words() =>
        Assert.Equal(
            Invented.Ledger().Entries.Select(entry => entry.Id), Invented.Ledger().Entries.Select(entry => entry.Id));

    [Fact]
    public void Gives_each_entry_an_id_of_its_own()
    {
        var entries = Invented.Ledger().Entries;

        Assert.All(entries, entry => Assert.Matches("^[0-9a-f]{32}$", entry.Id));
        Assert.Equal(entries.Length, entries.Select(entry => entry.Id).Distinct().Count());
    }

    [Fact]
    public void Gives_other_ids_in_another_report()
    {
        var (report, document, entries) = Invented.Ledger();
        var other = Conllu.Document("Mara Mara PROPN 2 nsubj B-PER\nspoke speak VERB 0 root");

        var mention = Assert.Single(Entries.Of(new(other.Text) { Input = "b" }, other, [], []));

        Assert.DoesNotContain(entries, entry => entry.Id == mention.Id);
    }

    [Fact]
    public void Is_not_moved_by_the_order_of_the_findings()
    {
        var document = Invented.Document();
        var report = Invented.Report(document);

        var turned = Entries.Of(
            report, document, [.. Invented.Attributions(document).Reverse()], [.. Invented.Events(document).Reverse()]);

        Assert.Equal(Invented.Ledger().Entries.Select(entry => entry.Id), turned.Select(entry => entry.Id));
    }

    [Fact]
    public void Tells_what_is_denied_and_what_was_not_said()
    {
        var document = Invented.Document();
        var (said, denied) = (Invented.Attributions(document)[0], Invented.Attributions(document)[1]);

        var entries = Entries.Of(
            Invented.Report(document), document, [said with { Negated = true }, denied with { Commitment = Commitment.Denial }], []);

        Assert.Equal(["not said", "denied"], entries.OfType<StatementEntry>().Select(statement => statement.Polarity));
    }

    [Fact]
    public void Puts_what_is_said_inside_a_statement_in_its_voice_outermost_first()
    {
        var entries = Invented.Ledger().Entries;
        var said = entries.OfType<StatementEntry>().Single(statement => statement.Act == "say");
        var denied = entries.OfType<StatementEntry>().Single(statement => statement.Act == "deny");
        var attack = entries.OfType<EventEntry>().Single(told => told.Plover == "ASSAULT");
        var resignation = entries.OfType<EventEntry>().Single(told => told.Plover == "RETREAT");

        Assert.Empty(said.Voice);
        Assert.Equal([said.Id], denied.Voice);
        Assert.Equal([said.Id, denied.Id], attack.Voice);
        Assert.Empty(resignation.Voice);
        Assert.Equal(Factuality.DidNotHappen, attack.Factuality);
    }

    [Fact]
    public void Survives_two_statements_that_hold_each_other()
    {
        var document = Invented.Document();
        var whole = new TextSpan(0, document.Text.Length);
        var tangled = Invented.Attributions(document).Select(found => found with { Content = [whole] });

        var entries = Entries.Of(Invented.Report(document), document, [.. tangled], []);

        Assert.Equal([0, 1], entries.OfType<StatementEntry>().Select(statement => statement.Voice.Length));
    }

    [Fact]
    public void Takes_a_family_name_for_the_one_person_who_bears_it()
    {
        var (report, _, entries) = Invented.Ledger();
        var mentions = entries.OfType<MentionEntry>().ToLookup(mention => mention.Words.In(report.Text));

        var family = mentions["Venn"].Single();
        Assert.Equal(mentions["Arlo Venn"].Single().Actor, family.Actor);
        Assert.Equal("family name", family.Why);
        Assert.Equal("person", family.Type);
    }

    [Fact]
    public void Gives_a_pronoun_that_speaks_the_actor_and_name_of_its_chain()
    {
        var document = Conllu.Document("""
            Ana      Ana      PROPN 3 nsubj NNP B-PER
            Reyle    Reyle    PROPN 1 flat NNP I-PER
            resigned resign   VERB  0 root VBD +
            .        .        PUNCT 3 punct .

            She      she      PRON  2 nsubj PRP
            said     say      VERB  0 root VBD
            it       it       PRON  4 nsubj PRP
            rained   rain     VERB  2 ccomp VBD +
            .        .        PUNCT 2 punct .
            """);

        var entries = Entries.Of(new(document.Text) { Input = "a" }, document, Attributions.Find(document), []);

        var statement = Assert.Single(entries.OfType<StatementEntry>());
        var pronoun = Assert.Single(entries.OfType<MentionEntry>(), mention => mention.Form == MentionForm.Pronoun);
        Assert.Equal("Ana Reyle", statement.Source!.Name);
        Assert.Equal(statement.Source.Actor, pronoun.Actor);
        Assert.Equal(Naming.Named, statement.Naming);
        Assert.Equal("pronoun", pronoun.Why);
    }

    [Fact]
    public void Leaves_a_pronoun_alone_of_whom_nothing_is_known()
    {
        var document = Conllu.Document("""
            She      she      PRON  2 nsubj PRP
            left     leave    VERB  0 root VBD +
            .        .        PUNCT 2 punct .

            She      she      PRON  2 nsubj PRP
            slept    sleep    VERB  0 root VBD +
            .        .        PUNCT 2 punct .
            """);

        Assert.Empty(Entries.Of(new(document.Text) { Input = "a" }, document, [], []));
    }

    [Fact]
    public void Takes_a_family_name_of_two_for_neither()
    {
        var document = Conllu.Document("""
            Arlo  Arlo  PROPN 6 nsubj  B-PER
            Venn  Venn  PROPN 1 flat   I-PER
            ,     ,     PUNCT 4 punct
            Iris  Iris  PROPN 1 conj   B-PER
            Venn  Venn  PROPN 4 flat   I-PER
            met   meet  VERB  0 root

            Venn  Venn  PROPN 2 nsubj  B-PER
            left  leave VERB  0 root
            """);

        var entries = Entries.Of(new(document.Text) { Input = "a" }, document, [], []);

        Assert.Equal(3, entries.Cast<MentionEntry>().Select(mention => mention.Actor).Distinct().Count());
    }

    [Fact]
    public void Gives_one_name_one_actor_whatever_its_article_possessive_or_capitals()
    {
        var document = Conllu.Document("""
            KORVA  Korva  PROPN 2 nsubj      B-LOC
            fell   fall   VERB  0 root

            the    the    DET   2 det        B-LOC
            Korva  Korva  PROPN 4 nmod:poss  I-LOC +
            's     's     PART  2 case       I-LOC
            army   army   NOUN  0 root
            """);

        var mentions = Entries.Of(new(document.Text) { Input = "a" }, document, [], []).Cast<MentionEntry>();

        Assert.Single(mentions.Select(mention => mention.Actor).Distinct());
    }

    [Fact]
    public void Names_the_actor_of_a_title_before_a_name()
    {
        var (report, _, entries) = Invented.Ledger();

        var source = entries.OfType<StatementEntry>().Single(statement => statement.Act == "deny").Source!;

        Assert.Equal("General Arlo Venn", source.Words.In(report.Text));
        Assert.Equal("Arlo Venn", source.Name);
    }

    [Fact]
    public void Leaves_out_what_is_no_part_of_the_article()
    {
        var document = Invented.Document();
        var end = document.Tokens[14].End;
        var report = Invented.Report(document) with { NotArticle = [new(end, document.Text.Length)] };

        var entries = Entries.Of(report, document, Invented.Attributions(document), Invented.Events(document));

        Assert.All(entries, entry => Assert.True(entry.Position < end));
        Assert.DoesNotContain(entries, entry => entry.Type == "RETREAT");
    }

    [Fact]
    public void Refuses_a_document_of_another_text() =>
        Assert.Throws<ArgumentException>(() => Entries.Of(new("Other.") { Input = "a" }, Invented.Document(), [], []));

    [Theory]
    [InlineData("likely", 0.55, 0.80)]
    [InlineData("Almost  Certain", 0.95, 0.99)]
    public void Gives_words_of_the_scale_its_bounds(string words, double low, double high) =>
        Assert.Equal((low, high), LikelihoodScale.Icd203.Of(words));

    [Theory]
    [InlineData("may"), InlineData("could"), InlineData("expected to"), InlineData("not likely")]
    public void Gives_other_words_no_number(string words) => Assert.Null(LikelihoodScale.Icd203.Of(words));
}
