using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;
using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>
/// Asks Redis through the host's connection, within a time limit of its own: with default options, a command waits for
/// several seconds for a server that is gone. Never changes or disposes the connection.
/// </summary>
internal sealed class RedisLink(IConnectionMultiplexer connection, TimeSpan limit, TimeProvider time)
{
    public bool IsConnected => connection.IsConnected;

    /// <summary>Occurs when a connection is back. Messages of the time before were lost.</summary>
    public event EventHandler<ConnectionFailedEventArgs> Restored
    {
        add => connection.ConnectionRestored += value;
        remove => connection.ConnectionRestored -= value;
    }

    /// <summary>Sends commands, and waits for the answer.</summary>
    /// <exception cref="RedisLostException">
    /// Redis is gone, does not answer in time, or answers with an error.
    /// </exception>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the connection throws, it cannot be used now.")]
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        if (!connection.IsConnected)
        {
            throw new RedisLostException("Redis is not connected.");
        }

        Task<T>? answer = null;
        try
        {
            answer = ask(connection.GetDatabase());
            return await answer.WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (answer is not null)
            {
                Unobserved.Ignore(answer);
            }

            throw new RedisLostException(
                e is TimeoutException ? "Redis did not answer in time." : "Redis answered with an error.", e);
        }
    }

    /// <summary>Sends a transaction that Redis executes only while the lease has a token.</summary>
    /// <returns>Whether it was executed.</returns>
    /// <exception cref="RedisLostException">As in the other method. The transaction can have been executed.</exception>
    public Task<bool> WriteAsync(SharingKeys keys, RedisValue token, Action<ITransaction, Action<Task>> write) =>
        AskAsync(database =>
        {
            ITransaction transaction = database.CreateTransaction();
            transaction.AddCondition(Condition.StringEqual(keys.Lease, token));

            // The result of the transaction has all that is of interest.
            write(transaction, Unobserved.Ignore);
            return transaction.ExecuteAsync();
        });

    /// <summary>Subscribes to a channel for as long as the connection exists.</summary>
    public Task<ChannelMessageQueue> SubscribeAsync(RedisChannel channel) =>
        connection.GetSubscriber().SubscribeAsync(channel);
}
