using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Heliograph.Store;

/// <summary>An open database that holds a ledger: keeps statements prepared, and puts the database's errors into words.</summary>
/// <remarks>The two homes differ in how they are opened, in their tables' types, in how words are searched, and in their errors.</remarks>
internal abstract class Connection : IDisposable
{
    private const int MostCommands = 500; // each question of another shape is one more, and addresses make as many shapes as they like

    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;

    private protected Connection(DbConnection connection, string name) => (_connection, Name) = (connection, name);

    /// <summary>What the ledger is called in messages; holds no password.</summary>
    public string Name { get; }

    /// <summary>The condition that a row of the table of words holds those asked for, as one parameter <c>@words</c>.</summary>
    public abstract string HoldsWords { get; }

    /// <summary>The column of that table that is the entry's number.</summary>
    public abstract string WordsEntry { get; }

    /// <summary>What makes a statement go by an index rather than by one that the database chooses, behind the table's name; empty where
    /// there is no such word.</summary>
    public abstract string By(string index);

    /// <summary>The statement that keeps the words of an entry, of <c>@entry</c> and <c>@words</c>.</summary>
    public abstract string KeepWords { get; }

    /// <summary>The statement that drops the words of <c>@entry</c>.</summary>
    public abstract string ForgetWords { get; }

    /// <summary>The places of an entry, each as JSON in <c>place.value</c>, to be joined to it.</summary>
    public abstract string PlacesOfEntry { get; }

    /// <summary>A column as a value by which no index is chosen, where the database would choose a wrong one.</summary>
    public abstract string Unindexed(string column);

    /// <summary>The condition that a column holds one of some words of ours, looked at in each row and in the order that an index gives them.</summary>
    public abstract string IsOneOf(string column, params IEnumerable<string> words);

    /// <summary>The condition that a column holds one of some numbers, given as one parameter.</summary>
    public abstract string IsAmong(string column, string parameter);

    /// <summary>Those numbers as rows of one column, <c>value</c>.</summary>
    public abstract string Listed(string parameter);

    /// <summary>Numbers as the value of that parameter.</summary>
    public abstract object Among(IEnumerable<long> numbers);

    /// <summary>How many rows a condition leaves, up to a number beyond which it does not matter; an estimate will do.</summary>
    public virtual long Size(string from, string where, int most, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Number($"SELECT count(*) FROM (SELECT 1 FROM {from} WHERE {where} LIMIT {most.ToString(CultureInfo.InvariantCulture)}) AS least", parameters)!.Value;

    /// <summary>What a person asks for, in the database's own terms for <see cref="HoldsWords"/>.</summary>
    /// <param name="terms">Words and phrases that must all be there; not empty.</param>
    public abstract string Terms(IReadOnlyList<string> terms);

    /// <summary>Does something with the database, and says what went wrong in words if it does.</summary>
    public T Doing<T>(string what, Func<T> action)
    {
        try
        {
            Watch();
            var result = action();
            Watch();
            return result;
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Explain(what, e);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new LedgerException(
                $"{Name}: cannot {what} the ledger: {e.Message} It is damaged or was changed by another program: restore a copy, or read the reports again into a new ledger.", e);
        }
    }

    /// <summary>Writes something a person asked for; a mistake of theirs is told as it is.</summary>
    public T Writing<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Explain("write", e);
        }
    }

    /// <summary>Writes all of something or nothing: no other writer comes between, and readers see nothing of it until it is done.</summary>
    public T Whole<T>(Func<T> action)
    {
        if (_transaction is not null) return action(); // part of a whole already
        using var transaction = _transaction = BeginWriting();
        try
        {
            var result = action();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteNonQuery();

    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteScalar() is { } value and not DBNull
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;

    public List<T> Rows<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var row = Prepare(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (row.Read()) rows.Add(read(row));
        return rows;
    }

    /// <summary>The first row of a question that has one, for another row points to it.</summary>
    /// <exception cref="InvalidDataException">There is none: the ledger is damaged.</exception>
    public T Row<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Rows(sql, read, parameters) is [var first, ..] ? first : throw new InvalidDataException("A row that another one points to is not there.");

    /// <summary>Looks at each row, and keeps none.</summary>
    public void Each(string sql, Action<DbDataReader> look, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var row = Prepare(sql, parameters).ExecuteReader();
        while (row.Read()) look(row);
    }

    public void Dispose()
    {
        LetGo();
        _connection.Dispose();
    }

    /// <summary>Opens a connection and prepares it; closes it again where that fails.</summary>
    private protected static T Opened<T>(T connection, string what, Action<T> prepare)
        where T : Connection
    {
        try
        {
            connection.Doing(what, () =>
            {
                connection._connection.Open();
                prepare(connection);
                return true;
            });
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private protected abstract DbTransaction BeginWriting();

    private protected abstract LedgerException Explain(string what, Exception e);

    /// <summary>Refuses to go on where the database would not see that what it reads was changed.</summary>
    private protected virtual void Watch()
    {
    }

    // A connection that was lost is asked in vain from then on
    private bool IsOfDatabase(Exception e) => e is DbException || (e is InvalidOperationException && _connection.State != ConnectionState.Open);

    // No statement is under way then: rows are read to their end before anything else is asked
    private void LetGo()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            if (_commands.Count >= MostCommands) LetGo();
            _commands.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        command.Transaction = _transaction;
        return command;
    }
}
