using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Tests.Actors;

public class ActorLinkerTests
{
    private static readonly DateOnly Now = new(2029, 6, 1);

    [Fact]
    public void A_title_and_a_family_name_are_the_holder_at_the_reports_day()
    {
        var links = Links("President president NOUN 2 nmod\nReyle Reyle PROPN 3 nsubj B-PER\nfled flee VERB 0 root", new(2025, 1, 1));

        Assert.Equal(("ana-reyle", "QAV", "GOV"), Codes(links.OfName(0)));
        Assert.Equal("office at 2025-01-01: QAV/president", links.OfName(0)!.Why);
    }

    [Fact]
    public void A_former_president_is_one_whose_time_has_ended()
    {
        var links = Links(
            "former former ADJ 2 amod\nPresident president NOUN 3 nmod\nReyle Reyle PROPN 4 nsubj B-PER\nfled flee VERB 0 root", Now);

        Assert.Equal(("ana-reyle", "QAV", "ELI"), Codes(links.OfName(0)));
        Assert.Equal("former office: QAV/president, 2024-03-01 to 2029-03-01", links.OfName(0)!.Why);
    }

    [Fact]
    public void A_family_name_alone_is_nobody() => Assert.Null(Links("Reyle Reyle PROPN 2 nsubj B-PER\nfled flee VERB 0 root", Now).OfName(0));

    [Fact]
    public void A_title_of_somebody_else_is_nobody_of_the_register()
    {
        var links = Links("Prime prime ADJ 2 amod\nMinister minister NOUN 3 nmod\nReyle Reyle PROPN 4 nsubj B-PER\nfled flee VERB 0 root", Now);

        Assert.Null(links.OfName(0)?.Id);
    }

    [Theory]
    [InlineData("2025-01-01", "ana-reyle", "office at 2025-01-01: QAV/president")]
    [InlineData("2029-06-01", "arlo-venn", "office at 2029-06-01: QAV/president")]
    [InlineData(null, "QAV/president", "office: QAV/president")]
    [InlineData("2035-01-01", "QAV/president", "office: QAV/president")]
    public void An_office_without_a_name_is_its_holder_where_the_day_tells(string? day, string id, string why)
    {
        var links = Links(
            "The the DET 3 det\nAvarian Avarian ADJ 3 amod\npresident president NOUN 4 nsubj\nfled flee VERB 0 root",
            day is null ? null : DateOnly.Parse(day, null));

        Assert.Equal((id, "QAV", "GOV"), Codes(links.OfPhrase(2)));
        Assert.Equal(why, links.OfPhrase(2)!.Why);
    }

    [Fact]
    public void A_tree_that_crosses_itself_up_to_the_texts_end_is_read()
    {
        var links = Links(
            "minister minister NOUN 0 root\nof of ADP 3 case\nstate state NOUN 1 nmod\nof of ADP 5 case\npeople people NOUN 1 nmod\nhere here ADV 3 advmod", Now);

        Assert.Null(links.OfPhrase(0)?.Id);
    }

    [Fact]
    public void An_office_with_its_state_behind_it_is_found_too()
    {
        var links = Links(
            "The the DET 2 det\nminister minister NOUN 8 nsubj\nof of ADP 5 case\nforeign foreign ADJ 5 amod\naffairs affair NOUN 2 nmod\n" +
            "of of ADP 7 case\nAvaria Avaria PROPN 2 nmod B-LOC\nfled flee VERB 0 root", Now);

        Assert.Equal("arlo-venn", links.OfPhrase(1)!.Id);
    }

    [Fact]
    public void A_state_and_a_role_are_the_states_people_of_that_sector()
    {
        var links = Links("Avarian Avarian ADJ 2 amod\nforces force NOUN 3 nsubj NNS\nfled flee VERB 0 root", Now);

        Assert.Equal(("QAV:MIL", "QAV", "MIL"), Codes(links.OfPhrase(1)));
        Assert.Equal(MentionType.Group, links.OfPhrase(1)!.Type);
    }

    [Fact]
    public void One_of_a_states_people_has_its_codes_and_no_id()
    {
        var links = Links("An a DET 3 det\nAvarian Avarian ADJ 3 amod\ndiplomat diplomat NOUN 4 nsubj NN\nfled flee VERB 0 root", Now);

        Assert.Equal((null, "QAV", "GOV"), Codes(links.OfPhrase(2)));
    }

    [Fact]
    public void A_role_without_a_state_has_a_sector_only()
    {
        var links = Links("police police NOUN 2 nsubj NNS\nfled flee VERB 0 root", Now);

        Assert.Equal((null, null, "COP"), Codes(links.OfPhrase(0)));
    }

    [Fact]
    public void Fighters_of_a_group_are_the_group()
    {
        var links = Links("FRF FRF PROPN 2 compound B-ORG\nfighters fighter NOUN 3 nsubj NNS\nfled flee VERB 0 root", Now);

        Assert.Equal(("free-river-front", "QBO", "REB"), Codes(links.OfPhrase(1)));
        Assert.Equal("members of free-river-front", links.OfPhrase(1)!.Why);
        Assert.Equal("alias \"FRF\"", links.OfName(0)!.Why);
    }

    [Fact]
    public void What_a_force_is_only_backed_by_is_not_its_state()
    {
        var links = Links(
            "Avarian Avarian ADJ 3 amod +\n- - PUNCT 3 punct +\nbacked backed ADJ 4 amod\nforces force NOUN 5 nsubj NNS\nfled flee VERB 0 root", Now);

        Assert.Equal((null, null, "MIL"), Codes(links.OfPhrase(3)));
    }

    [Fact]
    public void A_body_is_known_by_the_words_of_its_name()
    {
        var links = Links(
            "Avaria Avaria PROPN 5 nmod B-LOC +\n's 's PART 1 case\ncross-branch cross-branch NOUN 5 compound\nintelligence intelligence NOUN 5 compound\n" +
            "branch branch NOUN 6 nsubj\nfled flee VERB 0 root", Now);

        Assert.Equal("avarian-intelligence", links.OfPhrase(4)!.Id);
        Assert.Equal("description", links.OfPhrase(4)!.Why);
    }

    [Theory]
    [InlineData("Lisle", "dana-threlkeld")]
    [InlineData("Harbour", null)]
    public void A_near_spelling_counts_only_with_the_same_organisation(string institute, string? id)
    {
        var links = Links(
            "Dana Dana PROPN 9 nsubj B-PER\nSrekerd Srekerd PROPN 1 flat I-PER +\n, , PUNCT 4 punct\nfellow fellow NOUN 1 appos\nat at ADP 8 case\n" +
            $"the the DET 8 det\n{institute} {institute} PROPN 8 compound B-ORG\nInstitute Institute PROPN 4 nmod I-ORG\nfled flee VERB 0 root", Now);

        Assert.Equal(id, links.OfName(0)?.Id);
        if (id is not null) Assert.Equal("spelling \"Srekerd\" ~ \"Threlkeld\", first name, lisle-institute", links.OfName(0)!.Why);
    }

    [Fact]
    public void The_second_of_two_descriptions_tells_as_well()
    {
        var links = Links(
            "Dana Dana PROPN 12 nsubj B-PER\nSrekerd Srekerd PROPN 1 flat I-PER +\n, , PUNCT 4 punct\nofficial official NOUN 1 appos NN\nand and CCONJ 7 cc\n" +
            "a a DET 7 det\nfellow fellow NOUN 1 conj NN\nat at ADP 11 case\nthe the DET 11 det\nLisle Lisle PROPN 11 compound B-ORG\n" +
            "Institute Institute PROPN 7 nmod I-ORG\nfled flee VERB 0 root", Now);

        Assert.Equal("dana-threlkeld", links.OfName(0)!.Id);
    }

    [Theory]
    [InlineData("Avarian", "Youssef", "yusuf-marran")]
    [InlineData("Boronian", "Youssef", null)]
    [InlineData("Avarian", "Rosalia", null)]
    public void The_same_consonants_count_with_the_same_state(string state, string given, string? id)
    {
        var links = Links($"{state} {state} ADJ 2 amod\ndiplomat diplomat NOUN 3 nmod\n{given} {given} PROPN 5 nsubj B-PER\nMaran Maran PROPN 3 flat I-PER\nfled flee VERB 0 root", Now);

        Assert.Equal(id, links.OfName(0)?.Id);
        if (id is not null) Assert.Equal("spelling \"Youssef Maran\" ~ \"Yusuf Marran\", QAV", links.OfName(0)!.Why);
    }

    [Fact]
    public void An_ally_of_a_state_is_not_of_the_state()
    {
        var links = Links("Avaria Avaria PROPN 3 nmod B-LOC +\n's 's PART 1 case\nally ally NOUN 4 nsubj NN\nfled flee VERB 0 root", Now);

        Assert.Null(links.OfPhrase(2));
    }

    [Theory]
    [InlineData("Avarian critics critic", "QAV")]
    [InlineData("Avaria critics critic", null)]
    public void Critics_are_of_a_state_that_an_adjective_tells(string words, string? code)
    {
        var parts = words.Split(' ');
        var links = Links($"{parts[0]} {parts[0]} {(code is null ? "PROPN 2 compound B-LOC" : "ADJ 2 amod")}\n{parts[1]} {parts[2]} NOUN 3 nsubj NNS\nfled flee VERB 0 root", Now);

        Assert.Equal((null, code, "OPP"), (code is null ? null : (string?)null, links.OfPhrase(1)!.Code, links.OfPhrase(1)!.Sector));
    }

    [Fact]
    public void In_a_report_about_one_state_its_body_needs_no_name_of_the_state()
    {
        const string Words = "The the DET 3 det\nintelligence intelligence NOUN 3 compound\nbranch branch NOUN 4 nsubj NN\nfled flee VERB 0 root\n";
        const string State = "Avaria Avaria PROPN 4 obl B-LOC\n";

        Assert.Equal("avarian-intelligence", Links(Words + State + State + State, Now).OfPhrase(2)!.Id);
        Assert.Null(Links(Words + State, Now).OfPhrase(2)?.Id);
    }

    [Fact]
    public void A_state_has_one_parliament_at_a_time()
    {
        const string Rows = "Avarian Avarian ADJ 2 amod\nparliament parliament NOUN 3 nsubj NN\nfled flee VERB 0 root";

        Assert.Equal("avarian-moot", Links(Rows, Now).OfPhrase(1)!.Id);
        Assert.Equal("avarian-assembly", Links(Rows, new(2010, 1, 1)).OfPhrase(1)!.Id);
    }

    [Fact]
    public void A_state_that_a_pronoun_stands_for_owns_its_bodies()
    {
        var document = Conllu.Document("Avaria Avaria PROPN 2 nsubj B-LOC\nsent send VERB 0 root\nits its PRON 4 nmod\npresident president NOUN 2 obj NN");
        var chain = new Chain([Mention(MentionForm.Name, 0), Mention(MentionForm.Pronoun, 2)], MentionType.State);
        var links = ActorLinker.Link(document, [chain], Now, InventedRegister.Register);

        Assert.Equal("arlo-venn", links.OfPhrase(3)!.Id);

        static Mention Mention(MentionForm form, int token) => new() { Form = form, Tokens = new(token, token + 1), Head = token };
    }

    [Fact]
    public void Then_president_had_the_office_then()
    {
        var links = Links("then then ADV 2 advmod\nPresident president NOUN 3 nmod\nReyle Reyle PROPN 4 nsubj B-PER\nfled flee VERB 0 root", Now);

        Assert.Equal(("ana-reyle", "QAV", "GOV"), Codes(links.OfName(0)));
        Assert.Equal("office then: QAV/president, 2024-03-01 to 2029-03-01", links.OfName(0)!.Why);
    }

    [Fact]
    public void The_year_that_a_sentence_begins_with_tells_whose_office_it_was()
    {
        var document = Conllu.Document(
            "In in ADP 2 case\n2026 2026 NUM 6 obl CD\nthe the DET 5 det\nAvarian Avarian ADJ 5 amod\npresident president NOUN 6 nsubj NN\nfled flee VERB 0 root");
        var links = ActorLinker.Link(document, [], Now, InventedRegister.Register, times: DocumentTimes.Of(document, Now));

        Assert.Equal("ana-reyle", links.OfPhrase(4)!.Id);
        Assert.Equal("office at 2026-01-01: QAV/president", links.OfPhrase(4)!.Why);
    }

    [Fact]
    public void Rebels_in_a_city_are_of_its_country()
    {
        var document = Conllu.Document("rebels rebel NOUN 4 nsubj NNS\nin in ADP 3 case\nNairobi Nairobi PROPN 1 nmod B-LOC\nfled flee VERB 0 root");
        var links = ActorLinker.Link(document, [], Now, ActorRegister.Shipped, DocumentPlaces.Of(PlaceIndex.Shipped, document));

        Assert.Equal(("KEN:REB", "KEN", "REB"), Codes(links.OfPhrase(0)));
        Assert.Equal("KEN", links.OfName(0)!.Code);
    }

    [Fact]
    public void A_word_for_its_kind_may_follow_a_name()
    {
        var links = Links("Lisle Lisle PROPN 2 compound B-ORG\nInstitute Institute PROPN 3 compound I-ORG\ninstitute institute NOUN 4 nsubj I-ORG\nfled flee VERB 0 root", Now);

        Assert.Equal("lisle-institute", links.OfName(0)!.Id);
    }

    [Theory]
    [InlineData("Boronia", "harbour-union")]
    [InlineData("Avaria", null)]
    public void A_name_of_several_needs_the_state_or_the_full_name_beside_it(string state, string? id)
    {
        var links = Links($"HU HU PROPN 2 nsubj B-ORG\nleft leave VERB 0 root\n{state} {state} PROPN 2 obj B-LOC", Now);

        Assert.Equal(id, links.OfName(0)?.Id);
    }

    [Fact]
    public void A_capital_stands_for_its_government_where_it_is_asked_to()
    {
        var links = Links("Belgrave Belgrave PROPN 2 nsubj B-LOC\nsaid say VERB 0 root", Now);

        Assert.Equal("QAV:GOV", links.OfCapital(0)!.Id);
        Assert.Null(links.OfName(0));
        Assert.Null(Links("met meet VERB 0 root\nin in ADP 3 case\nBelgrave Belgrave PROPN 1 obl B-LOC", Now).OfCapital(2));
    }

    [Fact]
    public void A_namesake_of_another_country_is_a_stranger()
    {
        var links = Links(
            "Arlo Arlo PROPN 6 nsubj B-PER\nVenn Venn PROPN 1 flat I-PER +\n, , PUNCT 5 punct\nBoronian Boronian ADJ 5 amod\ndiplomat diplomat NOUN 1 appos\nfled flee VERB 0 root",
            Now);

        Assert.Equal((null, "QBO", "GOV"), Codes(links.OfName(0)));
    }

    [Fact]
    public void A_people_is_not_its_state()
    {
        var links = Links("ethnic ethnic ADJ 2 amod\nAvarians Avarian PROPN 3 nsubj NNPS\nfled flee VERB 0 root", Now);

        Assert.Null(links.OfPhrase(1));
    }

    [Fact]
    public void A_name_that_ends_with_a_capital_is_not_the_same_words_without()
    {
        var register = InventedRegister.Register.With(InventedRegister.Pack(
            "id;kind;name;aliases;country;code;sector;parents;from;to;known\nboronia-today;media;Boronia Today;;QBO;;MED;;;;2030"));
        var document = Conllu.Document("They they PRON 2 nsubj\nleft leave VERB 0 root\nBoronia Boronia PROPN 2 obj B-LOC\ntoday today NOUN 2 obl");

        Assert.Equal("QBO", ActorLinker.Link(document, [], Now, register).OfName(0)!.Id);
    }

    [Theory]
    [InlineData("srekerd", "threlkeld", 4), InlineData("Ghani", "Gahni", 1), InlineData("", "abc", 3), InlineData("Müller", "muller", 0)]
    public void Counts_the_letters_that_two_words_differ_by(string one, string other, int letters) =>
        Assert.Equal(letters, SpellingDistance.Of(one, other));

    private static ActorLinks Links(string rows, DateOnly? day)
    {
        var document = Conllu.Document(rows);
        return ActorLinker.Link(document, Coreference.Find(document), day, InventedRegister.Register);
    }

    private static (string? Id, string? Code, string? Sector) Codes(ActorLink? link) => (link?.Id, link?.Code, link?.Sector);
}
